package dev.coffey.lab.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.coffey.lab.result.NetworkCost;
import java.util.Map;

/**
 * What came of a stage, as its artefact tells.
 *
 * @param sha256 of the networks' weights, or of the samples
 * @param cost of its networks; nothing if it made samples
 * @param teacher cost of its teacher's networks; nothing if there is none, or it wasn't measured
 * @param samples it made
 * @param seconds wall time
 * @param metrics of networks on the test split of its dataset, or of samples
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record StageOutcome(
    String sha256,
    NetworkCost cost,
    NetworkCost teacher,
    long samples,
    long steps,
    double seconds,
    Map<String, Double> metrics) {
  StageOutcome {
    cost = cost == null ? NetworkCost.nothing() : cost;
    teacher = teacher == null ? NetworkCost.nothing() : teacher;
    metrics = metrics == null ? Map.of() : metrics;
  }

  static StageOutcome ofSamples(SamplePool pool, double seconds, Map<String, Double> metrics) {
    return new StageOutcome(
        pool.sha256(),
        NetworkCost.nothing(),
        NetworkCost.nothing(),
        pool.count(),
        0,
        seconds,
        metrics);
  }
}

package dev.coffey.lab.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;

/**
 * What came of a stage, as its artefact tells.
 *
 * @param sha256 of the networks' weights, or of the samples
 * @param parameters of its networks; 0 if it made samples
 * @param macs multiply-adds of its networks, one sample through each
 * @param samples it made
 * @param seconds wall time
 * @param metrics of networks on the test split of its dataset, or of samples
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record StageOutcome(
    String sha256,
    long parameters,
    long macs,
    long samples,
    long steps,
    double seconds,
    Map<String, Double> metrics) {
  StageOutcome {
    metrics = metrics == null ? Map.of() : metrics;
  }
}

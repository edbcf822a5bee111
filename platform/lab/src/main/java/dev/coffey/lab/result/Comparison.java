package dev.coffey.lab.result;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Turns the outcomes of runs into {@link Results}: groups them by method, sums up over seeds, and
 * pairs every method with the baseline, which is the first of the methods.
 *
 * @param experiment name of the experiment
 * @param engine name of the engine
 * @param seeds the seeds, in the experiment's order
 * @param data what all runs were trained and tested on
 * @param teacher whom all runs learned from, if there is one
 * @param methods labels of the methods, in the experiment's order
 * @param metrics ids of the metrics, in the experiment's order
 */
public record Comparison(
    String experiment,
    String engine,
    List<Long> seeds,
    DataFacts data,
    Optional<TeacherFacts> teacher,
    List<String> methods,
    List<String> metrics) {
  /** Checks that nothing is missing. */
  public Comparison {
    requireNonNull(experiment, "experiment is null");
    requireNonNull(engine, "engine is null");
    requireNonNull(data, "data is null");
    requireNonNull(teacher, "teacher is null");
    seeds = List.copyOf(seeds);
    methods = List.copyOf(methods);
    metrics = List.copyOf(metrics);
  }

  /**
   * The results of {@code outcomes}, given in any order; a method or seed without an outcome is
   * left out. Of a failed run only the failure counts.
   *
   * @throws IllegalArgumentException if an outcome's method or seed is not of this comparison
   */
  public Results of(List<RunOutcome> outcomes) {
    outcomes.forEach(this::checkBelongs);
    Map<String, List<RunOutcome>> byMethod = new LinkedHashMap<>();
    for (String method : methods) {
      List<RunOutcome> runs = runsOf(method, outcomes);
      if (!runs.isEmpty()) {
        byMethod.put(method, runs);
      }
    }
    List<Row> rows = new ArrayList<>();
    byMethod.forEach((method, runs) -> rows.add(row(method, runs)));
    return new Results(experiment, engine, seeds, data, teacher, rows, differences(byMethod));
  }

  private void checkBelongs(RunOutcome outcome) {
    if (!methods.contains(outcome.method()) || !seeds.contains(outcome.seed())) {
      throw new IllegalArgumentException(
          "the run %s is not one of methods %s with seeds %s"
              .formatted(outcome.run(), methods, seeds));
    }
  }

  private List<RunOutcome> runsOf(String method, List<RunOutcome> outcomes) {
    return outcomes.stream()
        .filter(outcome -> outcome.method().equals(method))
        .sorted(Comparator.comparingInt(outcome -> seeds.indexOf(outcome.seed())))
        .toList();
  }

  private Row row(String method, List<RunOutcome> runs) {
    List<RunOutcome> succeeded = runs.stream().filter(RunOutcome::succeeded).toList();
    return new Row(
        method,
        summaries(succeeded, RunOutcome::metrics),
        summaries(succeeded, RunOutcome::best),
        cost(succeeded),
        runs.stream().map(RunOutcome::run).toList(),
        runs.stream().flatMap(Comparison::failure).toList());
  }

  private static Stream<Failure> failure(RunOutcome outcome) {
    return outcome.failure().map(message -> new Failure(outcome.run(), message)).stream();
  }

  private static Cost cost(List<RunOutcome> runs) {
    return new Cost(
        Summary.of(runs.stream().map(RunOutcome::seconds).toList()),
        runs.stream().mapToLong(RunOutcome::steps).max().orElse(0),
        runs.stream().mapToLong(RunOutcome::peakMemory).max().orElse(0),
        runs.stream().mapToLong(RunOutcome::parameters).max().orElse(0),
        runs.stream().mapToLong(RunOutcome::macs).max().orElse(0),
        Summary.of(runs.stream().map(RunOutcome::imagesPerSecond).toList()));
  }

  private Map<String, Summary> summaries(
      List<RunOutcome> runs, Function<RunOutcome, Map<String, Double>> figures) {
    Map<String, Summary> summaries = new LinkedHashMap<>();
    for (String name : names(runs, figures)) {
      summaries.put(
          name,
          Summary.of(
              runs.stream()
                  .map(run -> figures.apply(run).getOrDefault(name, Double.NaN))
                  .toList()));
    }
    return summaries;
  }

  private List<String> names(
      List<RunOutcome> runs, Function<RunOutcome, Map<String, Double>> figures) {
    return new MetricOrder(metrics)
        .sort(runs.stream().flatMap(run -> figures.apply(run).keySet().stream()).toList());
  }

  private List<Difference> differences(Map<String, List<RunOutcome>> byMethod) {
    if (methods.isEmpty() || !byMethod.containsKey(methods.get(0))) {
      return List.of();
    }
    String baseline = methods.get(0);
    List<RunOutcome> baselineRuns = byMethod.get(baseline);
    List<Difference> differences = new ArrayList<>();
    byMethod.forEach(
        (method, runs) -> {
          if (!method.equals(baseline)) {
            differences.addAll(differences(method, runs, baseline, baselineRuns));
          }
        });
    return differences;
  }

  private List<Difference> differences(
      String method, List<RunOutcome> runs, String baseline, List<RunOutcome> baselineRuns) {
    List<Difference> differences = new ArrayList<>();
    for (String metric : names(runs, RunOutcome::metrics)) {
      List<Double> values =
          MetricOrder.isHeadline(metric) ? paired(metric, runs, baselineRuns) : List.of();
      if (!values.isEmpty()) {
        differences.add(Difference.paired(method, baseline, metric, values));
      }
    }
    return differences;
  }

  private List<Double> paired(String metric, List<RunOutcome> runs, List<RunOutcome> baselineRuns) {
    return seeds.stream()
        .map(seed -> value(metric, seed, runs) - value(metric, seed, baselineRuns))
        .filter(Double::isFinite)
        .toList();
  }

  private static double value(String metric, long seed, List<RunOutcome> runs) {
    return runs.stream()
        .filter(run -> run.seed() == seed && run.succeeded())
        .mapToDouble(run -> run.metrics().getOrDefault(metric, Double.NaN))
        .findFirst()
        .orElse(Double.NaN);
  }
}

package dev.coffey.lab.result;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What a comparison found; {@link ResultsFile} keeps it as {@code results.json}.
 *
 * @param experiment name of the experiment
 * @param engine name of the engine, {@code mxnet}
 * @param seeds the seeds, in the experiment's order
 * @param data what all rows were trained and tested on
 * @param teacher whom all rows learned from, if there is one
 * @param stages what was made first, for all rows
 * @param rows one a method, in the experiment's order; the first is the baseline
 * @param differences method − baseline, one a further method and metric
 */
public record Results(
    String experiment,
    String engine,
    List<Long> seeds,
    DataFacts data,
    Optional<TeacherFacts> teacher,
    List<StageFacts> stages,
    List<Row> rows,
    List<Difference> differences) {
  /** Checks that nothing is missing. */
  public Results {
    requireNonNull(experiment, "experiment is null");
    requireNonNull(engine, "engine is null");
    requireNonNull(data, "data is null");
    requireNonNull(teacher, "teacher is null");
    seeds = List.copyOf(seeds);
    stages = List.copyOf(stages);
    rows = List.copyOf(rows);
    differences = List.copyOf(differences);
  }

  /** Results of an experiment without stages. */
  public Results(
      String experiment,
      String engine,
      List<Long> seeds,
      DataFacts data,
      Optional<TeacherFacts> teacher,
      List<Row> rows,
      List<Difference> differences) {
    this(experiment, engine, seeds, data, teacher, List.of(), rows, differences);
  }

  /** The same results, with {@code facts} of its stages. */
  public Results with(List<StageFacts> facts) {
    return new Results(experiment, engine, seeds, data, teacher, facts, rows, differences);
  }

  /** The figures a table shows: metrics without a slash in their name, in order of appearance. */
  public List<String> headlines() {
    return rows.stream()
        .flatMap(row -> row.metrics().keySet().stream())
        .filter(MetricOrder::isHeadline)
        .distinct()
        .toList();
  }

  /** All failures, in the order of the rows. */
  public List<Failure> failures() {
    return rows.stream().flatMap(row -> row.failures().stream()).toList();
  }
}

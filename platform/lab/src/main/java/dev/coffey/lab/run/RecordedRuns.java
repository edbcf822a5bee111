package dev.coffey.lab.run;

import dev.coffey.lab.result.Results;
import dev.coffey.lab.result.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the runs that results tell of. */
public final class RecordedRuns {
  private RecordedRuns() {}

  /**
   * Those runs in the folder {@code experiment} whose figures are those of {@code results}, in the
   * order of its rows. Folders of runs may be gone, and there may be those of other configurations.
   */
  public static List<EndedRun> of(Path experiment, Results results) throws IOException {
    List<EndedRun> there = all(experiment.resolve("runs"));
    var runs = new ArrayList<EndedRun>();
    for (Row row : results.rows()) {
      for (String run : row.runs()) {
        there.stream()
            .filter(one -> name(one.record()).equals(run) && agrees(one.record(), row, run))
            .findFirst()
            .ifPresent(runs::add);
      }
    }
    return runs;
  }

  private static List<EndedRun> all(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var folders = Files.list(folder)) {
      return folders
          .sorted()
          .map(RunFolder::new)
          .map(RecordedRuns::ended)
          .flatMap(Optional::stream)
          .toList();
    }
  }

  private static Optional<EndedRun> ended(RunFolder folder) {
    return folder.record().map(record -> new EndedRun(folder, record, true));
  }

  private static String name(RunRecord record) {
    return record.method() + "/seed-" + record.seed();
  }

  private static boolean agrees(RunRecord record, Row row, String run) {
    int index = row.succeeded().indexOf(run);
    if (index < 0 || !record.finished()) {
      return index < 0 && !record.finished();
    }
    return row.metrics().entrySet().stream()
        .allMatch(
            metric ->
                same(
                    record.metrics().getOrDefault(metric.getKey(), Double.NaN),
                    metric.getValue().values().get(index)));
  }

  /** What isn't finite counts as missing. */
  private static boolean same(double recorded, double told) {
    return Double.isFinite(recorded) ? recorded == told : !Double.isFinite(told);
  }
}

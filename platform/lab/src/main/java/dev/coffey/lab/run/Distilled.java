package dev.coffey.lab.run;

import java.util.List;
import java.util.Map;

/**
 * What came of a run.
 *
 * @param teacher the teacher as the run measured it
 * @param metrics test metrics of the last epoch's student
 * @param best test metrics of the student that was best on validation
 * @param student SHA-256 of the exported network
 * @param testDigest digest of the test split
 * @param swaps versions that were exchanged between epochs
 * @param resumed steps at which the run was resumed
 */
record Distilled(
    RunRecord.TeacherUse teacher,
    Map<String, Double> metrics,
    Map<String, Double> best,
    int bestEpoch,
    String student,
    String testDigest,
    RunRecord.Cost cost,
    List<RunRecord.Swap> swaps,
    List<Long> resumed) {
  /** Of a run that failed. */
  static Distilled nothing() {
    return new Distilled(
        RunRecord.TeacherUse.none(),
        Map.of(),
        Map.of(),
        0,
        "",
        "",
        RunRecord.Cost.nothing(),
        List.of(),
        List.of());
  }
}

package dev.coffey.lab.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small comparison with figures that are easy to follow. */
public final class SampleResults {
  private SampleResults() {}

  /** Two methods, three seeds; kd − supervised in accuracy: 1.22, 1.28, 0.72 points. */
  public static Results twoMethods() {
    return comparison("supervised", "kd").of(twoMethodOutcomes());
  }

  static List<RunOutcome> twoMethodOutcomes() {
    List<RunOutcome> outcomes = new ArrayList<>();
    double[] supervised = {0.9600, 0.9610, 0.9650};
    double[] kd = {0.9722, 0.9738, 0.9722};
    for (int i = 0; i < 3; i++) {
      outcomes.add(outcome("supervised", i + 1, supervised[i]));
      outcomes.add(outcome("kd", i + 1, kd[i]));
    }
    return outcomes;
  }

  static Comparison comparison(String... methods) {
    return new Comparison(
        "first",
        "mxnet",
        List.of(1L, 2L, 3L),
        new DataFacts("mnist", "d".repeat(64)),
        Optional.of(
            new TeacherFacts(
                "lenet5", "e".repeat(64), 61706, 416_520, 9_000, Map.of("accuracy", 0.991))),
        List.of(methods),
        List.of("accuracy", "kl", "confusion"));
  }

  static RunOutcome outcome(String method, long seed, double accuracy) {
    return new RunOutcome(
        method,
        seed,
        Map.of("accuracy", accuracy, "kl", 0.25, "confusion/0/0", 90.0, "confusion/0/1", 10.0),
        Map.of("accuracy", accuracy + 0.001),
        12.5,
        300,
        1 << 20,
        15738,
        115_200,
        20_000.4,
        Optional.empty());
  }
}

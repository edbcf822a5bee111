package dev.coffey.plugins.metrics;

import ai.djl.ndarray.NDArray;
import dev.coffey.api.Metric;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import java.util.Map;

/**
 * The student's accuracy as a share of the teacher's: right(student) / right(teacher) on the same
 * samples; above 1 where the student is better. Tables write it in percent, as they do all shares.
 * Empty as long as the teacher was never right. Reads {@code student/logits}, {@code
 * teacher/logits}, (N, K), and {@code batch/y}, (N). Source: Yu, Yan, Yang, Zhou, Ou 2021 (CGDD).
 */
final class RelativeAccuracy implements Metric {
  static final String ID = "relative-accuracy";

  @Override
  public boolean comparesWithTeacher() {
    return true;
  }

  @Override
  public Meter open(Run run) {
    return new RightAnswers();
  }

  /** {@code student}, {@code teacher}: accuracies in one unit, {@code teacher} above 0. */
  static double share(double student, double teacher) {
    return student / teacher;
  }

  private static final class RightAnswers implements Meter {
    private double student;
    private double teacher;

    @Override
    public void add(Tensors outputs) {
      var compared = Compared.of(outputs);
      NDArray labels = outputs.get("batch/y");
      student += right(compared.student(), labels);
      teacher += right(compared.teacher(), labels);
    }

    private static double right(NDArray logits, NDArray labels) {
      return new Judged(logits, labels).right().sum().getFloat();
    }

    @Override
    public Map<String, Double> read() {
      return teacher == 0 ? Map.of() : Map.of(ID, share(student, teacher));
    }
  }
}

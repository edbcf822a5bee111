package dev.coffey.plugins.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Loss;
import dev.coffey.api.Run;
import dev.coffey.api.ShapeMismatch;
import dev.coffey.api.Tensors;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class DecoupledLabelsTest extends ClassicalLossContract {
  private static final float LN2 = (float) Math.log(2);
  private static final float LN3 = (float) Math.log(3);

  @Override
  protected Loss loss() {
    return new DecoupledLabels();
  }

  @Override
  protected Record options() {
    return new DecoupledLabelsOptions(1, 2, 2, 0);
  }

  @Override
  protected List<Supplier<? extends Record>> invalidOptions() {
    return List.of(
        () -> new DecoupledLabelsOptions(-1, 2, 4, 0),
        () -> new DecoupledLabelsOptions(1, Double.NaN, 4, 0),
        () -> new DecoupledLabelsOptions(1, 2, 0, 0),
        () -> new DecoupledLabelsOptions(1, 2, 4, -1));
  }

  @Override
  protected Tensors example(Run run) {
    return inputs(
            new float[][] {{0.5f, -1, 2, 0}, {1.5f, 0.3f, -0.7f, 1}, {-2, 0.4f, 0.9f, 0.1f}},
            new float[][] {{1, -2, 3, 0.5f}, {0.2f, 2.5f, -1, 0}, {-1, 0, 4, 1}},
            2,
            0,
            1)
        .apply(run.scratch());
  }

  @Test
  void certaintyAndOpinionAreWeighedApart() {
    // T = 1, label 0. Teacher: (ln 2, 0, ln 3) is p = (2, 1, 3) / 6: b = (1/3, 2/3), r = (1/4,
    // 3/4).
    // Student: even logits: b' = (1/3, 2/3), r' = (1/2, 1/2).
    // TCKD = 0, NCKD = 1/4 ln(1/2) + 3/4 ln(3/2) = 0.13081.
    var opinion = 0.25 * Math.log(0.5) + 0.75 * Math.log(1.5);
    var inputs = inputs(new float[][] {{0, 0, 0}}, new float[][] {{LN2, 0, LN3}}, 0);

    assertThat(value(new DecoupledLabelsOptions(5, 1, 1, 0), inputs))
        .isCloseTo(opinion, within(1e-5));
    assertThat(value(new DecoupledLabelsOptions(1, 8, 1, 0), inputs))
        .isCloseTo(8 * opinion, within(1e-5));
  }

  @Test
  void theValueIsMultipliedByTheTemperatureSquared() {
    // T = 2, label 2. Teacher (2 ln 2, 0, 2 ln 3) / 2 is p = (2, 1, 3) / 6: b = (1/2, 1/2), r =
    // (2/3,
    // 1/3). Student even: b' = (1/3, 2/3), r' = (1/2, 1/2).
    var certainty = 0.5 * Math.log(1.5) + 0.5 * Math.log(0.75);
    var opinion = 2 / 3.0 * Math.log(4 / 3.0) + 1 / 3.0 * Math.log(2 / 3.0);
    var inputs = inputs(new float[][] {{0, 0, 0}}, new float[][] {{2 * LN2, 0, 2 * LN3}}, 2);

    assertThat(value(new DecoupledLabelsOptions(1, 2, 2, 0), inputs))
        .isCloseTo(4 * (certainty + 2 * opinion), within(1e-5));
  }

  @Test
  void withWeightsOfTheTeacherItIsThePlainDivergence() {
    // KL(p ‖ q) = TCKD + (1 − p[y]) NCKD (equation 5); here 1 − p[y] = 1/2
    var student = new float[][] {{0.3f, -0.2f, 0.5f}};
    var teacher = new float[][] {{LN2, 0, LN3}};
    var plain = 0.0;
    var q = softmax(student[0]);
    var p = new double[] {2 / 6.0, 1 / 6.0, 3 / 6.0};
    for (int k = 0; k < 3; k++) {
      plain += p[k] * Math.log(p[k] / q[k]);
    }

    assertThat(value(new DecoupledLabelsOptions(1, 0.5, 1, 0), inputs(student, teacher, 2)))
        .isCloseTo(plain, within(1e-5));
  }

  @Test
  void equalLogitsCostNothing() {
    var same = new float[][] {{1, -2, 3}, {0, 7, 1}};

    assertThat(value(inputs(same, same, 0, 1))).isZero();
  }

  @Test
  void aTeacherWithoutDoubtCostsAFiniteAmount() {
    // certain of the label: b = (1, 0) in float32; the student has b' = (e⁻¹⁰⁰⁰, 1): T² · 2000 / T
    var inputs = inputs(new float[][] {{-1000, 1000}}, new float[][] {{1000, -1000}}, 0);

    assertThat(value(new DecoupledLabelsOptions(1, 8, 4, 0), inputs))
        .isCloseTo(16 * 500, within(0.1));
    // T · (b' − b), and nothing of the only other class
    assertThat(gradient("student", inputs)).containsExactly(new float[] {-2, 2}, offset(1e-4f));
  }

  @Test
  void beforeTheFirstEpochAWarmUpIsAtZero() {
    var inputs = inputs(new float[][] {{0, 0, 0}}, new float[][] {{LN2, 0, LN3}}, 0);

    assertThat(value(new DecoupledLabelsOptions(1, 1, 1, 3), inputs)).isZero();
  }

  @Test
  void labelsOfAnotherBatchAreRefused() {
    var inputs = inputs(new float[][] {{1, 2}}, new float[][] {{3, 4}}, 0, 1);

    assertThatThrownBy(() -> value(inputs))
        .isInstanceOf(ShapeMismatch.class)
        .hasMessage(
            "student and labels must be of shapes (N, K), K at least 2, and (N), but are (1, 2) and (2)");
  }

  @Test
  void aTeacherWithOtherClassesIsRefused() {
    assertThatThrownBy(() -> value(inputs(new float[][] {{1, 2}}, new float[][] {{3, 4, 5}}, 0)))
        .isInstanceOf(ShapeMismatch.class)
        .hasMessage("student and teacher must have the same shape, but are (1, 2) and (1, 3)");
  }

  private static double[] softmax(float[] logits) {
    var sum = 0.0;
    var p = new double[logits.length];
    for (int k = 0; k < p.length; k++) {
      p[k] = Math.exp(logits[k]);
      sum += p[k];
    }
    for (int k = 0; k < p.length; k++) {
      p[k] /= sum;
    }
    return p;
  }

  private static Inputs inputs(float[][] student, float[][] teacher, int... labels) {
    return manager ->
        pair(student, teacher)
            .apply(manager)
            .with("labels", manager.create(labels, new Shape(labels.length)));
  }
}

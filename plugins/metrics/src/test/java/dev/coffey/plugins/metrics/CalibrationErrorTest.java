package dev.coffey.plugins.metrics;

import static dev.coffey.plugins.metrics.Batches.figures;
import static dev.coffey.plugins.metrics.Batches.judged;
import static dev.coffey.plugins.metrics.Batches.logits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.coffey.api.Metric;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.MetricContract;
import org.junit.jupiter.api.Test;

class CalibrationErrorTest extends MetricContract {
  private static final float[][] LOGITS = {
    logits(0.9, 0.1), logits(0.92, 0.08), logits(0.3, 0.7), logits(0.4, 0.6)
  };

  @Override
  protected Metric metric() {
    return new CalibrationError();
  }

  @Override
  protected Record options() {
    return new CalibrationOptions(15);
  }

  @Override
  protected String id() {
    return "ece";
  }

  @Override
  protected Tensors outputs(Run run) {
    return judged(run.scratch(), LOGITS, 0, 1, 1, 0);
  }

  @Test
  void gapsOfTheBinsAreWeightedByTheirSamples() {
    // bins of 1/15: 0.9 (right) and 0.92 (wrong) share (13/15, 14/15], 0.7 (right) is in
    // (10/15, 11/15], 0.6 (wrong) in (8/15, 9/15]
    var expected = (Math.abs(1 - 0.9 - 0.92) + (1 - 0.7) + 0.6) / 4;

    assertThat(ece(15, LOGITS, 0, 1, 1, 0)).isCloseTo(expected, within(1e-5));
  }

  @Test
  void withOneBinItIsTheGapBetweenAccuracyAndConfidence() {
    assertThat(ece(1, LOGITS, 0, 1, 1, 0))
        .isCloseTo((0.9 + 0.92 + 0.7 + 0.6) / 4 - 0.5, within(1e-5));
  }

  @Test
  void aConfidenceOnAnEdgeBelongsToTheLowerBin() {
    // two bins: 0.5 exactly (right) is in (0, 0.5], 0.75 (wrong) in (0.5, 1]; in one bin together
    // they would give |1 − 1.25| / 2
    assertThat(ece(2, new float[][] {{0, 0}, logits(0.75, 0.25)}, 0, 1))
        .isCloseTo((0.5 + 0.75) / 2, within(1e-5));
  }

  @Test
  void fullConfidenceIsCounted() {
    assertThat(ece(15, new float[][] {{1000, -1000}, {1000, -1000}}, 0, 1))
        .isCloseTo(0.5, within(1e-6));
  }

  @Test
  void sureAndRightIsPerfect() {
    assertThat(ece(15, new float[][] {{1000, -1000}, {-1000, 1000}}, 0, 1)).isZero();
  }

  private double ece(int bins, float[][] student, int... labels) {
    return figures(
            open(1, new CalibrationOptions(bins)),
            metric(),
            manager -> judged(manager, student, labels))
        .get("ece");
  }
}

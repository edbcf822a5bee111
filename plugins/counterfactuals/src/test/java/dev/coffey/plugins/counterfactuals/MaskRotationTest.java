package dev.coffey.plugins.counterfactuals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Composer;
import dev.coffey.api.Tensors;
import dev.coffey.nn.test.TestBench;
import dev.coffey.plugins.counterfactuals.MaskRotation.Unit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MaskRotationTest extends MaskEditContract {
  @Override
  protected Composer composer() {
    return new MaskRotation();
  }

  @Override
  protected Record options() {
    return new MaskRotation.Options(180, Unit.SAMPLE);
  }

  @Override
  protected boolean drawsRandomNumbers() {
    return true;
  }

  @Test
  void noAngleChangesNothingButTheEnds() {
    float[] expected = mask();
    for (int i = 0; i < expected.length; i++) {
      expected[i] = Math.min(Math.max(expected[i], Mask.LEAST), Mask.MOST);
    }
    assertThat(edited(new MaskRotation.Options(0, Unit.SAMPLE)).get(0))
        .containsExactly(expected, offset(1e-6f));
  }

  @Test
  void theCentreStaysAndPixelsKeepTheirDistanceFromIt() {
    rotated(
        new MaskRotation.Options(180, Unit.SAMPLE),
        masks -> {
          // a dot in the centre, and one four pixels to its right
          for (int image = 0; image < 20; image++) {
            NDArray mask = masks.get(image + ", 0");
            assertThat(mask.getFloat(5, 5)).isEqualTo(Mask.MOST, offset(1e-4f));
            assertThat(distanceOfTheOther(mask.toFloatArray())).isEqualTo(4, offset(0.5));
          }
        });
  }

  private static double distanceOfTheOther(float[] mask) {
    double row = 0;
    double column = 0;
    double mass = 0;
    for (int i = 0; i < mask.length; i++) {
      int fromCentre = Math.max(Math.abs(i / 11 - 5), Math.abs(i % 11 - 5));
      if (fromCentre > 1 && mask[i] > 1e-3f) {
        row += mask[i] * (i / 11 - 5);
        column += mask[i] * (i % 11 - 5);
        mass += mask[i];
      }
    }
    return Math.hypot(row / mass, column / mass);
  }

  @Test
  void aBatchHasOneAngleIfSoWanted() {
    rotated(
        new MaskRotation.Options(180, Unit.BATCH),
        masks -> assertThat(masks.get(0)).isEqualTo(masks.get(1)).isEqualTo(masks.get(19)));
    rotated(
        new MaskRotation.Options(180, Unit.SAMPLE),
        masks -> assertThat(masks.get(0)).isNotEqualTo(masks.get(1)));
  }

  @Test
  void anglesStayWithinTheirRange() {
    rotated(
        new MaskRotation.Options(10, Unit.SAMPLE),
        masks -> {
          // within four pixels · sin 10°, less than a pixel, of where it was
          for (int image = 0; image < 20; image++) {
            float near = masks.get(image + ", 0, 4:7, 8:11").sum().getFloat();
            assertThat(near).isGreaterThan(0.9f);
          }
        });
  }

  private void rotated(MaskRotation.Options options, Consumer<NDArray> check) {
    try (var bench = TestBench.open(1)) {
      var run = bench.run(options);
      var mixer = composer().open(run);
      bench.stepping(
          () -> {
            float[] dots = new float[11 * 11];
            dots[5 * 11 + 5] = 1;
            dots[5 * 11 + 9] = 1;
            var masks = run.scratch().create(dots, new Shape(1, 1, 11, 11)).repeat(0, 20);
            check.accept(mixer.compose(Tensors.of("mask", masks)).get("mask"));
          });
    }
  }
}

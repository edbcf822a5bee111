package dev.coffey.plugins.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Loss;
import dev.coffey.api.Run;
import dev.coffey.api.ShapeMismatch;
import dev.coffey.api.Tensors;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class VariationalInformationTest extends ClassicalLossContract {
  @Override
  protected Loss loss() {
    return new VariationalInformation();
  }

  @Override
  protected Record options() {
    return new VariationalInformationOptions(5);
  }

  @Override
  protected List<Supplier<? extends Record>> invalidOptions() {
    return List.of(
        () -> new VariationalInformationOptions(0),
        () -> new VariationalInformationOptions(Double.NaN),
        () -> new VariationalInformationOptions(Double.POSITIVE_INFINITY));
  }

  @Override
  protected Tensors example(Run run) {
    return random(new Shape(2, 2, 4, 4), new Shape(2, 3, 2, 2)).apply(run.scratch());
  }

  @Test
  void errorsAreMeasuredInTheVarianceThatIsPaidFor() {
    // identity maps guess (1, 2); teacher (1, 4), v = 2: ½ (0 / 2 + ln 2) and ½ (4 / 2 + ln 2)
    var expected = (0.5 * Math.log(2) + 0.5 * (2 + Math.log(2))) / 2;

    assertThat(guessing(2, new float[] {1, 2}, new float[] {1, 4}))
        .isCloseTo(expected, within(1e-5));
  }

  @Test
  void aPerfectGuessCostsTheLogarithmOfTheVariance() {
    // the least there is for this v
    assertThat(guessing(5, new float[] {1, 2}, new float[] {1, 2}))
        .isCloseTo(0.5 * Math.log(5), within(1e-5));
  }

  @Test
  void meanAndVarianceLearn() {
    var values = learning(50, random(new Shape(8, 2, 3, 3), new Shape(8, 3, 3, 3)));

    // ½ ln 5 = 0.8 at the start, if guesses were right
    assertThat(values[0]).isGreaterThan(0.8);
    assertThat(values[1]).isLessThan(values[0]);
  }

  @Test
  void whatIsNoMapIsRefused() {
    assertThatThrownBy(() -> value(random(new Shape(1, 2, 5, 5), new Shape(1, 2, 2))))
        .isInstanceOf(ShapeMismatch.class)
        .hasMessage("teacher must be of shape (C, H, W) or (D) for a sample, but is (2, 2)");
  }

  private double guessing(double variance, float[] student, float[] teacher) {
    var shape = new Shape(1, 1, 1, 2);
    return value(
        new VariationalInformationOptions(variance),
        pair(shape, student, shape, teacher),
        (run, term) ->
            AdapterWeights.set(term.trained().get(0), run.memory(), AdapterWeights::identity));
  }
}

package dev.coffey.plugins.datafree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Tensors;
import dev.coffey.nn.test.TestBench;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class AttentionMapsTest {
  private static final AttentionMaps MAPS = new AttentionMaps(List.of("stage1"));

  @Test
  void ofEqualMapsItIsZero() {
    assertThat(
            value(
                manager -> {
                  var stage = stage(manager, new Shape(2, 3, 2, 2), TestBench.normal(24, 1));
                  return MAPS.distance(stage, stage).getFloat();
                }))
        .isZero();
  }

  @Test
  void itIsTheMeanSquareOfTheDifferenceOfNormedEnergies() {
    // energies (9, 16) and (1, 0), divided by √337 and 1
    double first = 9 / Math.sqrt(337) - 1;
    double second = 16 / Math.sqrt(337);
    assertThat(
            value(
                manager ->
                    MAPS.distance(
                            stage(manager, new Shape(1, 1, 1, 2), 3, 4),
                            stage(manager, new Shape(1, 1, 1, 2), 1, 0))
                        .getFloat()))
        .isCloseTo((float) ((first * first + second * second) / 2), within(1e-5f));
  }

  @Test
  void channelsAreAveragedAndLargerMapsReduced() {
    assertThat(
            value(
                manager ->
                    MAPS.distance(
                            stage(manager, new Shape(1, 2, 1, 2), 3, 1, 3, 1),
                            stage(manager, new Shape(1, 1, 2, 4), 3, 3, 0, 2, 3, 3, 2, 0))
                        .getFloat()))
        .isCloseTo(0, within(1e-5f));
  }

  @Test
  void mapsOfZerosGiveANumber() {
    assertThat(
            value(
                manager -> {
                  var dead = stage(manager, new Shape(1, 1, 1, 2), 0, 0);
                  return MAPS.distance(dead, dead).getFloat();
                }))
        .isZero();
  }

  private static Tensors stage(NDManager manager, Shape shape, float... values) {
    return Tensors.of("stage1", manager.create(values, shape));
  }

  private static float value(Function<NDManager, Float> function) {
    try (var bench = TestBench.open(1)) {
      var run = bench.run();
      return bench.step(() -> function.apply(run.scratch()));
    }
  }
}

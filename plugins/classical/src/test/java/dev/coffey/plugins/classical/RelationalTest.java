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

class RelationalTest extends ClassicalLossContract {
  @Override
  protected Loss loss() {
    return new Relational();
  }

  @Override
  protected Record options() {
    return new RelationalOptions(2, 3);
  }

  @Override
  protected List<Supplier<? extends Record>> invalidOptions() {
    return List.of(
        () -> new RelationalOptions(-1, 50), () -> new RelationalOptions(25, Double.NaN));
  }

  @Override
  protected Tensors example(Run run) {
    return random(new Shape(4, 3), new Shape(4, 5)).apply(run.scratch());
  }

  @Test
  void distancesAndAnglesAreWeighed() {
    // on a line, student 0, 1, 3: distances 1/2, 3/2, 1 in their mean; teacher 3, 0, 4: distances
    // 3, 1,
    // 4, mean 8/3: 9/8, 3/8, 3/2. Differences 5/8, 9/8, 1/2: Huber 25/128, 5/8, 1/8, twice, over 9.
    // Cosines at the three samples: 1, −1, 1 and −1, 1, 1: Huber(2) = 3/2 at two, twice, over 27.
    var distance = 2 * (25 / 128.0 + 5 / 8.0 + 1 / 8.0) / 9;
    var angle = 2 * 2 * 1.5 / 27;

    assertThat(value(pair(new float[][] {{0}, {1}, {3}}, new float[][] {{3}, {0}, {4}})))
        .isCloseTo(2 * distance + 3 * angle, within(1e-5));
  }

  @Test
  void equalFeaturesCostNothing() {
    var same = new float[][] {{1, 2}, {3, -4}, {0, 1}};

    assertThat(value(pair(same, same))).isZero();
  }

  @Test
  void anotherBatchIsRefused() {
    assertThatThrownBy(() -> value(random(new Shape(2, 3), new Shape(3, 3))))
        .isInstanceOf(ShapeMismatch.class)
        .hasMessageContaining("with the same N, but are (2, 3) and (3, 3)");
  }
}

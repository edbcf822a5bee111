package dev.coffey.plugins.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Loss;
import dev.coffey.api.Run;
import dev.coffey.api.ShapeMismatch;
import dev.coffey.api.Tensors;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ReviewTest extends ClassicalLossContract {
  @Override
  protected Loss loss() {
    return new Review();
  }

  @Override
  protected Record options() {
    return new ReviewOptions(512, 0);
  }

  @Override
  protected List<Supplier<? extends Record>> invalidOptions() {
    return List.of(() -> new ReviewOptions(0, 0), () -> new ReviewOptions(512, -1));
  }

  @Override
  protected Tensors example(Run run) {
    return inputs(
        run.scratch(),
        new Shape(4, 2, 6, 6),
        new Shape(4, 3, 3, 3),
        new Shape(4, 5),
        new Shape(4, 3, 5, 5),
        new Shape(4, 4, 2, 2),
        new Shape(4, 6));
  }

  @Test
  void constantMapsAreNormalisedAway() {
    // equal samples with equal pixels: batch normalisation gives 0 everywhere, so each of the three
    // stages costs the mean square of the teacher, at every scale: 1 + 4 + 9
    Inputs inputs =
        manager ->
            Tensors.of("student-1", manager.ones(new Shape(2, 2, 4, 4)))
                .with("student-2", manager.ones(new Shape(2, 2, 2, 2)))
                .with("student-3", manager.ones(new Shape(2, 3)))
                .with("teacher-1", manager.ones(new Shape(2, 2, 4, 4)))
                .with("teacher-2", manager.ones(new Shape(2, 2, 2, 2)).mul(2f))
                .with("teacher-3", manager.ones(new Shape(2, 3)).mul(3f));

    // padding: pixels at the edges of a 3x3 convolution see fewer, so its output isn't constant
    // unless what goes in is 0, which it is after the first normalisation
    assertThat(value(inputs)).isCloseTo(1 + 4 + 9, within(1e-3));
  }

  @Test
  void theFusionLearns() {
    var values =
        learning(
            50,
            manager ->
                inputs(
                    manager,
                    new Shape(8, 2, 6, 6),
                    new Shape(8, 3, 3, 3),
                    new Shape(8, 5),
                    new Shape(8, 3, 5, 5),
                    new Shape(8, 4, 2, 2),
                    new Shape(8, 6)));

    assertThat(values[1]).isLessThan(values[0] / 2);
  }

  @Test
  void beforeTheFirstEpochAWarmUpIsAtZero() {
    assertThat(value(new ReviewOptions(512, 3), this::small)).isZero();
  }

  @Test
  void whatIsNoMapIsRefused() {
    assertThatThrownBy(
            () ->
                value(
                    manager -> small(manager).with("teacher-2", manager.ones(new Shape(2, 3, 3)))))
        .isInstanceOf(ShapeMismatch.class)
        .hasMessage("teacher-2 must be of shape (C, H, W) or (D) for a sample, but is (3, 3)");
  }

  private Tensors small(NDManager manager) {
    var map = new Shape(2, 2, 2, 2);
    return inputs(manager, map, map, map, map, map, map);
  }

  private static Tensors inputs(NDManager manager, Shape... shapes) {
    var names =
        List.of("student-1", "student-2", "student-3", "teacher-1", "teacher-2", "teacher-3");
    var inputs = Tensors.empty();
    for (int i = 0; i < shapes.length; i++) {
      var values = values(Math.toIntExact(shapes[i].size()), i);
      inputs = inputs.with(names.get(i), manager.create(values, shapes[i]));
    }
    return inputs;
  }
}

package dev.coffey.plugins.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import ai.djl.training.initializer.Initializer;
import dev.coffey.api.Loss;
import dev.coffey.api.Run;
import dev.coffey.api.ShapeMismatch;
import dev.coffey.api.Tensors;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ContrastiveTest extends ClassicalLossContract {
  private static final int SAMPLES = 10;

  @Override
  protected Loss loss() {
    return new Contrastive();
  }

  @Override
  protected Record options() {
    return new ContrastiveOptions(SAMPLES, 4, 5, 0.5, 0.5);
  }

  @Override
  protected List<Supplier<? extends Record>> invalidOptions() {
    return List.of(
        () -> new ContrastiveOptions(1, 4, 5, 0.5, 0.5),
        () -> new ContrastiveOptions(10, 0, 5, 0.5, 0.5),
        () -> new ContrastiveOptions(10, 4, 0, 0.5, 0.5),
        () -> new ContrastiveOptions(10, 4, 5, 0, 0.5),
        () -> new ContrastiveOptions(10, 4, 5, 0.5, 1));
  }

  @Override
  protected boolean drawsRandomNumbers() {
    return true;
  }

  @Override
  protected Tensors example(Run run) {
    return inputs(4, 0, 1).apply(run.scratch());
  }

  @Test
  void aSampleIsToldFromAllOthers() {
    // two samples, width 2, τ = 1, one negative each, so q = 1/2; Z = 2 · exp(1/4).
    // Identity maps: u₀ = v₀ = (1, 0), u₁ = v₁ = (0, 1); both banks the same. Then
    // a(own) = e / Z and a(other) = 1 / Z for both samples, on both sides.
    var z = 2 * Math.exp(0.25);
    var one =
        -Math.log(Math.E / z / (Math.E / z + 0.5 + 1e-7)) - Math.log(0.5 / (1 / z + 0.5 + 1e-7));

    assertThat(orthogonal()).isCloseTo(2 * one, within(1e-5));
  }

  @Test
  void rowsOfTheBankAreUnitVectorsOnceTheirSampleWasSeen() {
    try (var session = open(1)) {
      var run = session.run();
      var inputs = inputs(4, 0, 1);
      var shapes = session.step(() -> shapes(inputs.apply(run.scratch())));
      var term = loss().open(run, shapes);
      session.step(
          () -> {
            var batch = inputs.apply(run.scratch());
            run.infer(() -> term.value(batch));
            term.after(batch);
            return true;
          });

      var bank = run.buffer("student", new Shape(SAMPLES, 5), Initializer.ZEROS);
      var lengths = session.step(() -> bank.square().sum(new int[] {1}).sqrt().toFloatArray());
      for (int row = 0; row < 4; row++) {
        assertThat(lengths[row]).isCloseTo(1, within(1e-5f));
      }
      assertThat(lengths[5]).isNotCloseTo(1, within(1e-5f));
    }
  }

  @Test
  void itLearns() {
    var values = learning(50, inputs(4, 0, 1));

    assertThat(values[1]).isLessThan(values[0] - 0.5);
  }

  @Test
  void moreSamplesThanRowsAreRefused() {
    assertThatThrownBy(() -> value(inputs(SAMPLES + 1, 0, 1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "there are more training samples than crd's option samples, 10; raise it to their number");
  }

  @Test
  void anotherBatchIsRefused() {
    assertThatThrownBy(
            () ->
                value(
                    manager ->
                        inputs(4, 0, 1)
                            .apply(manager)
                            .with("labels", manager.create(new int[] {1, 2}))))
        .isInstanceOf(ShapeMismatch.class)
        .hasMessage(
            "labels and index must be of shape (4), as many as student has rows, but are (2) and (4)");
  }

  private double orthogonal() {
    Inputs inputs =
        manager ->
            pair(new float[][] {{1, 0}, {0, 1}}, new float[][] {{1, 0}, {0, 1}})
                .apply(manager)
                .with("labels", manager.create(new int[] {0, 1}))
                .with("index", manager.create(new long[] {70, 90}));
    return value(
        new ContrastiveOptions(2, 1, 2, 1, 0.5),
        inputs,
        (run, term) -> {
          term.trained()
              .forEach(map -> AdapterWeights.set(map, run.memory(), AdapterWeights::identity));
          for (var name : List.of("student", "teacher")) {
            var bank = run.buffer(name, new Shape(2, 2), Initializer.ZEROS);
            bank.muli(0f).addi(run.memory().eye(2));
          }
        });
  }

  /** {@code size} samples of two classes; sample i is the one with the index 100 − i. */
  private static Inputs inputs(int size, int even, int odd) {
    var labels = new int[size];
    var index = new long[size];
    for (int i = 0; i < size; i++) {
      labels[i] = i % 2 == 0 ? even : odd;
      index[i] = 100L - i;
    }
    return manager ->
        random(new Shape(size, 3), new Shape(size, 6))
            .apply(manager)
            .with("labels", manager.create(labels))
            .with("index", manager.create(index));
  }
}

package dev.coffey.plugins.cgn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.nn.test.TestBench;
import dev.coffey.plugins.cgn.CgnOptions.Start;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.ToDoubleFunction;

/** Small images, mechanisms and batches for tests. */
final class Small {
  static final DataSpec DATA = DataSpec.of(new Shape(3, 8, 8), 4);
  static final CgnOptions CGN = new CgnOptions(6, 4, 8, 3, 2, Start.ORTHOGONAL, 0.5);

  private Small() {}

  /** Builds the three mechanisms in {@code run}, whatever its options are. */
  static void mechanisms(Run run) {
    Shape input = Mechanism.latents(CGN).shape();
    run.build("student", Mechanism.shape(CGN), input);
    run.build("student.texture", Mechanism.texture(CGN), input);
    run.build("student.background", Mechanism.texture(CGN), input);
  }

  /** Four images, one a class: a square of one colour on another. */
  static Tensors batch(Run run) {
    float[] values = new float[4 * 3 * 64];
    for (int i = 0; i < values.length; i++) {
      int image = i / 192;
      int channel = i / 64 % 3;
      boolean inside = i % 8 / 3 == 1 && i % 64 / 24 == 1;
      values[i] = (inside == (image % 3 == channel)) ? 0.8f : 0.1f * image;
    }
    return Tensors.of("x", run.scratch().create(values, new Shape(4, 3, 8, 8)))
        .with("y", run.scratch().create(new int[] {0, 1, 2, 3}));
  }

  /** Latents of as many samples as there are classes. */
  static NDArray latents(Run run) {
    return new Draws(run.random(), Mechanism.latents(CGN))
        .inputs(run.scratch(), new int[] {0, 1, 2, 3});
  }

  /** What {@code function} gives in a step of its own. */
  static double value(ToDoubleFunction<Run> function) {
    try (var bench = TestBench.open(1, DATA)) {
      var run = bench.run();
      return bench.step(() -> function.applyAsDouble(run));
    }
  }

  static byte[] weights(Network network) {
    var bytes = new ByteArrayOutputStream();
    try {
      network.save(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}

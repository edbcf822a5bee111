package dev.coffey.plugins.counterfactuals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Run;
import dev.coffey.nn.block.Initial;
import dev.coffey.nn.block.Staged;

/**
 * Mechanisms for tests, of 3 classes, 1 noise value, images of 2 x 2 pixels: pixel p of class k is
 * {@code (k + 1) / 10 + p / 100 + noise / 10000}, in every channel.
 */
final class Painters {
  static final DataSpec DATA = DataSpec.of(new Shape(3, 2, 2), 3);
  private static final int PIXELS = 4;

  private Painters() {}

  /** Builds the three in {@code run}. */
  static void join(Run run) {
    build(run, "teacher", "mask", 1, 1);
    build(run, "teacher.texture", "image", 3, 1);
    build(run, "teacher.background", "image", 3, 1);
  }

  static void build(Run run, String role, String tap, int channels, int latent) {
    run.build(role, block(tap, channels, latent), new Shape(latent + DATA.classes())).freeze();
  }

  static Staged block(String tap, int channels, int latent) {
    var block =
        Staged.builder()
            .input("z")
            .add(Linear.builder().setUnits((long) channels * PIXELS).optBias(false).build())
            .apply(values -> values.reshape(-1, channels, 2, 2))
            .tap(tap)
            .build();
    Initial weights = (shape, random) -> weights(shape, latent);
    block.setInitializer(weights, Parameter.Type.WEIGHT);
    return block;
  }

  /** (units, latent + classes). */
  private static float[] weights(Shape shape, int latent) {
    int inputs = Math.toIntExact(shape.get(1));
    var values = new float[Math.toIntExact(shape.size())];
    for (int i = 0; i < values.length; i++) {
      int pixel = i / inputs % PIXELS;
      int label = i % inputs - latent;
      values[i] = label < 0 ? 1e-4f : (label + 1) / 10f + pixel / 100f;
    }
    return values;
  }

  /** Classes that parts, (N, C, H, W), in whatever order of pixels, were made of. */
  static int[] labels(NDArray parts) {
    float[] means = parts.reshape(parts.getShape().get(0), -1).mean(new int[] {1}).toFloatArray();
    var labels = new int[means.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = Math.round((means[i] - 0.015f) * 10) - 1;
    }
    return labels;
  }

  /** Noise that parts were made of. */
  static float[] noise(NDArray parts) {
    float[] means = parts.reshape(parts.getShape().get(0), -1).mean(new int[] {1}).toFloatArray();
    int[] labels = labels(parts);
    for (int i = 0; i < means.length; i++) {
      means[i] = (means[i] - (labels[i] + 1) / 10f - 0.015f) * 1e4f;
    }
    return means;
  }
}

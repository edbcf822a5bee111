package dev.coffey.nn.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Map;

/**
 * (x − mean) · scale / √(variance + ε) + shift for each channel, statistics being constants. Its
 * gradient is right in every mode, also while recording.
 *
 * @param mean (C)
 * @param variance (C)
 * @param scale (C)
 * @param shift (C)
 * @param epsilon is added to the variance
 */
record ChannelAffine(NDArray mean, NDArray variance, NDArray scale, NDArray shift, float epsilon) {
  private static final int CHANNELS = 1;

  /** {@code x}: (N, C) or (N, C, …). The result has the same shape. */
  NDArray apply(NDArray x) {
    return MxNet.owns(x) ? fused(x) : composed(x);
  }

  /**
   * Batch normalisation told to use given statistics. Forward and backward take a fifth of the time
   * of {@link #composed}, whose broadcasts are slow on MXNet.
   */
  private NDArray fused(NDArray x) {
    return MxNet.call(
        "_npx_batch_norm",
        new NDList(x, scale, shift, mean, variance),
        Map.of("axis", CHANNELS, "eps", epsilon, "fix_gamma", false, "use_global_stats", true));
  }

  /** The same in operators that every engine has. */
  NDArray composed(NDArray x) {
    NDArray factor = scale.div(variance.add(epsilon).sqrt());
    NDArray offset = shift.sub(mean.mul(factor));
    Shape broadcast = broadcast(x.getShape());
    return x.mul(factor.reshape(broadcast)).add(offset.reshape(broadcast));
  }

  /**
   * The same, then · factor + offset for each sample and channel, as one affine form.
   *
   * @param x (N, C) or (N, C, …); the result has the same shape
   * @param factor (N, C)
   * @param offset (N, C)
   */
  NDArray apply(NDArray x, NDArray factor, NDArray offset) {
    NDArray slope = factor.mul(scale.div(variance.add(epsilon).sqrt()));
    NDArray rest = offset.add(factor.mul(shift)).sub(slope.mul(mean));
    Shape each = slope.getShape();
    for (int axis = each.dimension(); axis < x.getShape().dimension(); axis++) {
      each = each.add(1);
    }
    return x.mul(slope.reshape(each)).add(rest.reshape(each));
  }

  private static Shape broadcast(Shape shape) {
    long[] dimensions = new long[shape.dimension()];
    Arrays.fill(dimensions, 1);
    dimensions[CHANNELS] = shape.get(CHANNELS);
    return new Shape(dimensions);
  }
}

package dev.coffey.plugins.datafree;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import java.util.List;

/**
 * x · std + mean for each channel: from normalised units, in which generators work, to the units of
 * images, which networks normalise themselves. The inverse of {@code nn.block.Normalize}; the
 * identity where the data has no mean.
 */
record Denormalize(DataSpec data) {
  /** {@code images}: (N, C, H, W), mean 0 and variance 1 over the data. Not clipped to [0, 1]. */
  NDArray apply(NDArray images) {
    return switch (data.mean().size()) {
      case 0 -> images;
      case 1 -> images.mul(data.std().get(0)).add(data.mean().get(0));
      default -> {
        NDManager manager = images.getManager();
        yield images.mul(channels(manager, data.std())).add(channels(manager, data.mean()));
      }
    };
  }

  private static NDArray channels(NDManager manager, List<Float> values) {
    float[] floats = new float[values.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = values.get(i);
    }
    return manager.create(floats, new Shape(1, floats.length, 1, 1));
  }
}

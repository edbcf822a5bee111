package dev.coffey.nn.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import dev.coffey.api.DataSpec;
import java.util.List;

/**
 * (x − mean) / std for each channel, with the constants of the data; the identity where it has
 * none. Input and output (N, C, …). No parameters: it isn't part of what is saved.
 */
public final class Normalize extends AbstractBlock {
  private final float[] mean;
  private final float[] std;

  /** {@code data}: gives mean and deviation, one for each channel or one for all. */
  public Normalize(DataSpec data) {
    mean = floats(data.mean());
    std = floats(data.std());
    if (mean.length > 1 && mean.length != data.input().get(0)) {
      throw new IllegalArgumentException(
          "the data has %d means, but inputs of shape %s".formatted(mean.length, data.input()));
    }
  }

  private static float[] floats(List<Float> values) {
    float[] floats = new float[values.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = values.get(i);
    }
    return floats;
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore parameterStore,
      NDList inputs,
      boolean training,
      PairList<String, Object> params) {
    NDArray x = inputs.singletonOrThrow();
    return switch (mean.length) {
      case 0 -> inputs;
      case 1 -> new NDList(x.sub(mean[0]).div(std[0]));
      default -> new NDList(perChannel(x));
    };
  }

  private NDArray perChannel(NDArray x) {
    NDManager manager = x.getManager();
    Shape channels = new Shape(mean.length);
    float[] scale = new float[std.length];
    for (int i = 0; i < std.length; i++) {
      scale[i] = 1 / std[i];
    }
    return new ChannelAffine(
            manager.create(mean),
            manager.ones(channels),
            manager.create(scale),
            manager.zeros(channels),
            0)
        .apply(x);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return inputShapes.clone();
  }
}

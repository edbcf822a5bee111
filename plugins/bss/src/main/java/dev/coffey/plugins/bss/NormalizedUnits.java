package dev.coffey.plugins.bss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The units of normalised images, in which papers give lengths, for images that are in [0, 1]: a
 * unit is the data's standard deviation of the channel. Data without normalisation has units of 1.
 *
 * <p>Arrays have the shape (1, C, 1, …), or (1, 1, …) where all channels have the same.
 */
final class NormalizedUnits {
  private final Shape channels;
  private final float[] deviation;
  private final float[] low;
  private final float[] high;

  private NormalizedUnits(Shape channels, float[] deviation, float[] low, float[] high) {
    this.channels = channels;
    this.deviation = deviation;
    this.low = low;
    this.high = high;
  }

  /** {@code clip}: half the range of pixels around the mean, in units; without it, it is [0, 1]. */
  static NormalizedUnits of(DataSpec data, Optional<Double> clip) {
    var std = data.std().isEmpty() ? List.of(1f) : data.std();
    var mean = data.mean().isEmpty() ? List.of(0f) : data.mean();
    var shape = new long[data.input().dimension() + 1];
    Arrays.fill(shape, 1);
    shape[1] = std.size();
    var deviation = new float[std.size()];
    var low = new float[std.size()];
    var high = new float[std.size()];
    for (int channel = 0; channel < deviation.length; channel++) {
      deviation[channel] = std.get(channel);
      double range = clip.orElse(0.0) * std.get(channel);
      low[channel] = clip.isPresent() ? (float) (mean.get(channel) - range) : 0;
      high[channel] = clip.isPresent() ? (float) (mean.get(channel) + range) : 1;
    }
    return new NormalizedUnits(new Shape(shape), deviation, low, high);
  }

  /** One unit. */
  NDArray unit(NDManager manager) {
    return manager.create(deviation, channels);
  }

  /** {@code x}, (N, C, …), cut off where pixels end. */
  NDArray clipped(NDArray x) {
    var manager = x.getManager();
    return x.maximum(manager.create(low, channels)).minimum(manager.create(high, channels));
  }
}

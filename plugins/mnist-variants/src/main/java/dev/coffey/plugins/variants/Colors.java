package dev.coffey.plugins.variants;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;

/** A colour for each image: three floats, red, green and blue. */
final class Colors {
  private static final int CHANNELS = 3;

  private final float[] values;

  private Colors(float[] values) {
    this.values = values;
  }

  /**
   * Draws each channel of each colour from N(mean, std²).
   *
   * @param classes class of each image
   * @param palette mean colour of each class
   * @param std in the units of colours, which are 0 to 1
   * @param range is applied to what was drawn
   */
  static Colors around(
      int[] classes,
      Palette palette,
      double std,
      DoubleUnaryOperator range,
      RandomGenerator random) {
    float[] values = new float[classes.length * CHANNELS];
    for (int i = 0; i < values.length; i++) {
      double mean = palette.channel(classes[i / CHANNELS], i % CHANNELS);
      values[i] = (float) range.applyAsDouble(mean + std * random.nextGaussian());
    }
    return new Colors(values);
  }

  /** Those of the classes themselves. */
  static Colors of(int[] classes, Palette palette) {
    float[] values = new float[classes.length * CHANNELS];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) palette.channel(classes[i / CHANNELS], i % CHANNELS);
    }
    return new Colors(values);
  }

  /** Colours of {@code rows}, (N, 3, 1, 1). */
  NDArray array(NDManager manager, int[] rows) {
    float[] chosen = new float[rows.length * CHANNELS];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(values, rows[i] * CHANNELS, chosen, i * CHANNELS, CHANNELS);
    }
    return manager.create(chosen, new Shape(rows.length, CHANNELS, 1, 1));
  }

  void write(int row, DataOutput out) throws IOException {
    for (int channel = 0; channel < CHANNELS; channel++) {
      out.writeFloat(values[row * CHANNELS + channel]);
    }
  }
}

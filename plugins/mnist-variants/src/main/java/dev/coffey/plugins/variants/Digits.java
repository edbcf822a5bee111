package dev.coffey.plugins.variants;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Run;
import dev.coffey.nn.data.ByteImages;
import java.util.stream.LongStream;

/**
 * Grey digits of 32x32.
 *
 * @param pixels (N, 1, 32, 32), 0 to 255
 * @param labels N classes, 0 to 9
 */
record Digits(byte[] pixels, int[] labels) {
  static final int SIDE = 32;
  static final int CLASSES = 10;

  private static final DataSpec GREY = DataSpec.of(new Shape(1, SIDE, SIDE), CLASSES);

  int count() {
    return labels.length;
  }

  /** As a source; a digit's index is its row. */
  ByteImages source(Run run) {
    return new ByteImages(run, GREY, pixels, labels, LongStream.range(0, count()).toArray());
  }
}

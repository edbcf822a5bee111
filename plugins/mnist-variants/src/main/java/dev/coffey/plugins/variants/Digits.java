package dev.coffey.plugins.variants;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Run;
import dev.coffey.nn.data.ByteImages;
import java.util.stream.LongStream;

/** Grey digits of 32x32. */
final class Digits {
  static final int SIDE = 32;
  static final int CLASSES = 10;

  private static final DataSpec GREY = DataSpec.of(new Shape(1, SIDE, SIDE), CLASSES);

  private final byte[] pixels;
  private final int[] labels;

  /**
   * Neither is copied.
   *
   * @param pixels (N, 1, 32, 32), 0 to 255
   * @param labels N classes, 0 to 9
   */
  Digits(byte[] pixels, int[] labels) {
    this.pixels = pixels;
    this.labels = labels;
  }

  /** All pixels, not a copy. */
  byte[] pixels() {
    return pixels;
  }

  /** All labels, not a copy. */
  int[] labels() {
    return labels;
  }

  /** Number of digits. */
  int count() {
    return labels.length;
  }

  /** As a source; a digit's index is its row. */
  ByteImages source(Run run) {
    return new ByteImages(run, GREY, pixels, labels, LongStream.range(0, count()).toArray());
  }
}

package dev.coffey.nn.data;

import dev.coffey.api.DataSpec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Pixels, labels and indices of all rows, shared by subsets. */
final class ImageStore {
  private final DataSpec spec;
  private final byte[] pixels;
  private final int[] labels;
  private final long[] index;
  private final int imageSize;

  ImageStore(DataSpec spec, byte[] pixels, int[] labels, long[] index) {
    this.spec = spec;
    this.pixels = pixels;
    this.labels = labels;
    this.index = index;
    this.imageSize = Math.toIntExact(spec.input().size());
    check();
  }

  private void check() {
    if (pixels.length != (long) index.length * imageSize) {
      throw new IllegalArgumentException(
          "%d images of shape %s need %d bytes, but there are %d"
              .formatted(
                  index.length, spec.input(), (long) index.length * imageSize, pixels.length));
    }
    if (labels.length != 0 && labels.length != index.length) {
      throw new IllegalArgumentException(
          "there are %d images, but %d labels".formatted(index.length, labels.length));
    }
    for (int row = 0; row < labels.length; row++) {
      if (labels[row] < 0 || labels[row] >= spec.classes()) {
        throw new IllegalArgumentException(
            "the label of image %d is %d, but there are %d classes"
                .formatted(row, labels[row], spec.classes()));
      }
    }
  }

  int imageSize() {
    return imageSize;
  }

  boolean labelled() {
    return labels.length > 0;
  }

  int label(int row) {
    return labelled() ? labels[row] : -1;
  }

  long index(int row) {
    return index[row];
  }

  int[] labels(int[] rows) {
    return Arrays.stream(rows).map(row -> labels[row]).toArray();
  }

  long[] indices(int[] rows) {
    return Arrays.stream(rows).mapToLong(row -> index[row]).toArray();
  }

  /** Fills {@code target} with the images of {@code rows}, ready to be read. */
  void copy(int[] rows, ByteBuffer target) {
    target.clear();
    for (int row : rows) {
      target.put(pixels, row * imageSize, imageSize);
    }
    target.flip();
  }

  /** SHA-256 over shape, classes, and pixels and labels of the rows in their order. */
  String digest(int[] rows) {
    MessageDigest digest = sha256();
    String head = "%s %d %d".formatted(spec.input(), spec.classes(), rows.length);
    digest.update(head.getBytes(StandardCharsets.UTF_8));
    for (int row : rows) {
      digest.update(pixels, row * imageSize, imageSize);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, label(row)));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}

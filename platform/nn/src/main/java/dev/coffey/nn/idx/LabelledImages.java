package dev.coffey.nn.idx;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Run;
import dev.coffey.nn.data.ByteImages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Images and their labels, as read from two IDX files. */
public final class LabelledImages {
  private static final List<Integer> IMAGE_AXES = List.of(3, 4);
  private static final List<Integer> LABEL_AXES = List.of(1);

  private final IdxArray images;
  private final String labelFile;
  private final int[] labels;

  private LabelledImages(IdxArray images, String labelFile, int[] labels) {
    this.images = images;
    this.labelFile = labelFile;
    this.labels = labels;
  }

  /**
   * Reads {@code PREFIX-images-idx3-ubyte} and {@code PREFIX-labels-idx1-ubyte}. Images are (N, H,
   * W) or (N, C, H, W).
   *
   * @throws UncheckedIOException if a file is missing or damaged, or they do not fit together
   */
  public static LabelledImages read(FileSource files, String prefix) {
    // Labels first: they are small, so a wrong folder is found at once.
    var labels = IdxArray.read(files.find(prefix + "-labels-idx1-ubyte"), LABEL_AXES);
    var images = IdxArray.read(files.find(prefix + "-images-idx3-ubyte"), IMAGE_AXES);
    if (labels.size(0) != images.size(0)) {
      throw damaged(
          "%s has %d labels, expected %d, one for each image in %s"
              .formatted(labels.place(), labels.size(0), images.size(0), images.place()));
    }
    byte[] values = labels.values();
    int[] ids = IntStream.range(0, values.length).map(row -> values[row] & 0xff).toArray();
    return new LabelledImages(images, labels.place(), ids);
  }

  private static UncheckedIOException damaged(String message) {
    return new UncheckedIOException(message, new IOException(message));
  }

  /** Number of images. */
  public int count() {
    return labels.length;
  }

  /** Shape of one image, (C, H, W). */
  public Shape shape() {
    return images.axes() == 3
        ? new Shape(1, images.size(1), images.size(2))
        : new Shape(images.size(1), images.size(2), images.size(3));
  }

  /** Class ids, not a copy. */
  public int[] labels() {
    return labels;
  }

  /** All pixels, (N, C, H, W), not a copy. */
  public byte[] pixels() {
    return images.values();
  }

  /** Throws if these images and labels are not what {@code spec} announces. */
  public LabelledImages check(DataSpec spec) {
    if (!shape().equals(spec.input())) {
      throw damaged(
          "%s has images of shape %s, expected %s"
              .formatted(images.place(), shape(), spec.input()));
    }
    for (int row = 0; row < labels.length; row++) {
      if (labels[row] >= spec.classes()) {
        throw damaged(
            "%s gives image %d the label %d, expected 0 to %d"
                .formatted(labelFile, row, labels[row], spec.classes() - 1));
      }
    }
    return this;
  }

  /** All images as a source; a sample's index is its row in the file. */
  public ByteImages source(Run run, DataSpec spec) {
    return new ByteImages(run, spec, pixels(), labels, LongStream.range(0, count()).toArray());
  }
}

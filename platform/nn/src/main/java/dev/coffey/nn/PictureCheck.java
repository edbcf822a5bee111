package dev.coffey.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.regex.Pattern;

/** What {@link dev.coffey.api.Run#picture} takes. */
final class PictureCheck {
  private static final Pattern SERIES = Pattern.compile("[\\w-]+(/[\\w-]+)*");

  private PictureCheck() {}

  /** Refuses names that are no relative paths, and arrays that are no images. */
  static void check(String series, NDArray images) {
    if (!SERIES.matcher(series).matches()) {
      throw new IllegalArgumentException(
          "the name of a series of pictures is words of letters, digits, - and _, joined by"
              + " slashes, but this is '%s'".formatted(series));
    }
    Shape shape = images.getShape();
    boolean coloured = shape.dimension() == 4 && (shape.get(1) == 1 || shape.get(1) == 3);
    if (!coloured || shape.size() == 0) {
      throw new IllegalArgumentException(
          "images of '%s' must have the shape (N, C, H, W) with C 1 or 3, but have %s"
              .formatted(series, shape));
    }
  }
}

package dev.coffey.plugins.variants;

import dev.coffey.plugins.variants.StrokeTemplates.Point;

/** A black image of 32x32 to draw on with white. */
final class Canvas {
  private static final byte WHITE = (byte) 255;

  private final byte[] pixels;
  private final int start;

  /**
   * One of several images.
   *
   * @param pixels one byte a pixel
   * @param start where the image begins
   */
  Canvas(byte[] pixels, int start) {
    this.pixels = pixels;
    this.start = start;
  }

  /** Whitens the pixels whose centres are less than {@code radius} from a line; all in [0, 1]². */
  void line(Point from, Point to, double radius) {
    int lastRow = last(Math.max(from.y(), to.y()) + radius);
    int lastColumn = last(Math.max(from.x(), to.x()) + radius);
    for (int row = first(Math.min(from.y(), to.y()) - radius); row <= lastRow; row++) {
      for (int column = first(Math.min(from.x(), to.x()) - radius);
          column <= lastColumn;
          column++) {
        var centre = new Point((column + 0.5) / Digits.SIDE, (row + 0.5) / Digits.SIDE);
        if (centre.distance(from, to) < radius) {
          pixels[start + row * Digits.SIDE + column] = WHITE;
        }
      }
    }
  }

  private static int first(double least) {
    return Math.max(0, (int) Math.floor(least * Digits.SIDE));
  }

  private static int last(double most) {
    return Math.min(Digits.SIDE - 1, (int) Math.ceil(most * Digits.SIDE));
  }
}

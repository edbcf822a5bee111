package dev.coffey.nn.image;

/**
 * Where the pixels of a mirrored, rotated and shifted image come from. Rows and columns are counted
 * from the image's centre, downwards and to the right, in pixels: {@code sourceRow = rowByRow · row
 * + rowByColumn · column + rowOffset}, and {@code sourceColumn} likewise.
 */
public record AffineMap(
    double rowByRow,
    double rowByColumn,
    double rowOffset,
    double columnByRow,
    double columnByColumn,
    double columnOffset) {
  /** Number of coefficients. */
  static final int SIZE = 6;

  /**
   * The inverse of: mirror left to right, then rotate counter-clockwise, then shift.
   *
   * @param mirrored left to right
   * @param degrees counter-clockwise, about the image's centre
   * @param down pixels; negative is up
   * @param right pixels; negative is left
   */
  public static AffineMap of(boolean mirrored, double degrees, int down, int right) {
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    int side = mirrored ? -1 : 1;
    return new AffineMap(
        cos,
        sin,
        -(cos * down + sin * right),
        -side * sin,
        side * cos,
        side * (sin * down - cos * right));
  }

  /** Writes the coefficients, in their order, as column {@code at} of (6, images). */
  void write(float[] target, int at, int images) {
    target[at] = (float) rowByRow;
    target[images + at] = (float) rowByColumn;
    target[2 * images + at] = (float) rowOffset;
    target[3 * images + at] = (float) columnByRow;
    target[4 * images + at] = (float) columnByColumn;
    target[5 * images + at] = (float) columnOffset;
  }
}

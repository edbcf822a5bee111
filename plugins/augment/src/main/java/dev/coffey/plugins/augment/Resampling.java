package dev.coffey.plugins.augment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/**
 * Reads images at other places; outside an image there are zeros.
 *
 * @param x images, float32, (N, C, H, W)
 * @param row row in the image that each pixel of the result is read at, counted from 0, float32,
 *     (N, H, W)
 * @param column likewise
 */
record Resampling(NDArray x, NDArray row, NDArray column) {
  /** Rows or columns: {@code at}, kept within the image, and {@code weight}, 0 outside. */
  private record Line(NDArray at, NDArray weight) {
    static Line of(NDArray at, long length) {
      NDArray kept = at.clip(0, length - 1);
      return new Line(kept, kept.eq(at).toType(DataType.FLOAT32, false));
    }

    Line times(NDArray factor) {
      return new Line(at, weight.mul(factor));
    }
  }

  /** {@code maps}: the coefficients of one {@link AffineMap} an image, float32, (6, N, 1, 1). */
  static Resampling of(NDArray x, NDArray maps) {
    float centreRow = (x.getShape().get(2) - 1) / 2f;
    float centreColumn = (x.getShape().get(3) - 1) / 2f;
    NDArray row =
        Images.numbers(maps.getManager(), x.getShape().get(2), DataType.FLOAT32)
            .sub(centreRow)
            .reshape(1, -1, 1);
    NDArray column =
        Images.numbers(maps.getManager(), x.getShape().get(3), DataType.FLOAT32)
            .sub(centreColumn)
            .reshape(1, 1, -1);
    return new Resampling(
        x,
        mapped(maps, 0, row, column).add(centreRow),
        mapped(maps, 3, row, column).add(centreColumn));
  }

  private static NDArray mapped(NDArray maps, int first, NDArray row, NDArray column) {
    return maps.get(first).mul(row).add(maps.get(first + 2)).add(maps.get(first + 1).mul(column));
  }

  /** For places that are whole pixels: copies of them, to the bit. */
  NDArray copied() {
    return read(Line.of(row, height()), Line.of(column, width()));
  }

  /** Means of the four nearest pixels, weighted by how near they are. */
  NDArray bilinear() {
    NDArray top = row.floor();
    NDArray left = column.floor();
    NDArray down = row.sub(top);
    NDArray right = column.sub(left);
    Line upper = Line.of(top, height()).times(down.neg().add(1));
    Line lower = Line.of(top.add(1), height()).times(down);
    Line nearer = Line.of(left, width()).times(right.neg().add(1));
    Line farther = Line.of(left.add(1), width()).times(right);
    return read(upper, nearer)
        .add(read(upper, farther))
        .add(read(lower, nearer))
        .add(read(lower, farther))
        .clip(0, 1); // weights may add up to a little more than 1
  }

  /** Weighted pixels, (N, C, H, W). */
  private NDArray read(Line rows, Line columns) {
    Shape shape = x.getShape();
    long planes = shape.get(0) * shape.get(1);
    // whole numbers for what may pass 2^24, from where on float32 skips some
    NDArray plane =
        Images.numbers(row.getManager(), planes, DataType.INT64)
            .mul(height() * width())
            .reshape(shape.get(0), shape.get(1), 1, 1);
    NDArray pixel = rows.at().mul(width()).add(columns.at()).toType(DataType.INT64, false);
    NDArray weight = rows.weight().mul(columns.weight());
    return x.take(plane.add(pixel.expandDims(1))).mul(weight.expandDims(1));
  }

  private long height() {
    return x.getShape().get(2);
  }

  private long width() {
    return x.getShape().get(3);
  }
}

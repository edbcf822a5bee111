package dev.coffey.nn.image;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/**
 * Reads images at other places; outside an image there are zeros.
 *
 * @param x images, float32, (N, C, H, W)
 * @param row row in the image that each pixel of the result is read at, counted from 0, float32,
 *     (N, H, W)
 * @param column likewise
 */
public record Resampling(NDArray x, NDArray row, NDArray column) {
  /** Zeros around each image, so that no place needs to be asked whether it is inside. */
  private static final int BEFORE = 1;

  /** One for places at the border's end, and one for their neighbours. */
  private static final int AFTER = 2;

  /** Reads each image through the map of the same number. {@code x}: (N, C, H, W). */
  public static Resampling of(NDArray x, List<AffineMap> each) {
    NDManager manager = x.getManager();
    Shape shape = x.getShape();
    NDArray maps = coefficients(manager, each);
    float centreRow = (shape.get(2) - 1) / 2f;
    float centreColumn = (shape.get(3) - 1) / 2f;
    NDArray row = numbers(manager, shape.get(2), DataType.FLOAT32).sub(centreRow);
    NDArray column = numbers(manager, shape.get(3), DataType.FLOAT32).sub(centreColumn);
    return new Resampling(
        x,
        mapped(maps, 0, row, column).add(centreRow),
        mapped(maps, 3, row, column).add(centreColumn));
  }

  /** (6, N, 1, 1). */
  private static NDArray coefficients(NDManager manager, List<AffineMap> maps) {
    var values = new float[AffineMap.SIZE * maps.size()];
    for (int i = 0; i < maps.size(); i++) {
      maps.get(i).write(values, i, maps.size());
    }
    return manager.create(values, new Shape(AffineMap.SIZE, maps.size(), 1, 1));
  }

  /** 0, 1, …, count − 1. */
  private static NDArray numbers(NDManager manager, long count, DataType type) {
    return manager.arange(0, Math.toIntExact(count), 1, type);
  }

  private static NDArray mapped(NDArray maps, int first, NDArray row, NDArray column) {
    return maps.get(first)
        .mul(row.reshape(1, -1, 1))
        .add(maps.get(first + 2))
        .add(maps.get(first + 1).mul(column.reshape(1, 1, -1)));
  }

  /** For places that are whole pixels: copies of them, to the bit. */
  public NDArray copied() {
    return padded().take(index(kept(row, 2), kept(column, 3)));
  }

  /** Means of the four nearest pixels, weighted by how near they are; {@code x} in [0, 1]. */
  public NDArray bilinear() {
    NDArray atRow = kept(row, 2);
    NDArray atColumn = kept(column, 3);
    NDArray top = atRow.floor();
    NDArray left = atColumn.floor();
    NDArray pixels = padded();
    NDArray first = index(top, left);
    NDArray right = atColumn.sub(left).expandDims(1);
    NDArray upper = between(pixels, first, right);
    NDArray lower = between(pixels, first.add(paddedWidth()), right);
    return mean(upper, lower, atRow.sub(top).expandDims(1))
        .clip(0, 1); // rounded weights may add up to a little more than 1
  }

  private static NDArray between(NDArray pixels, NDArray left, NDArray share) {
    return mean(pixels.take(left), pixels.take(left.add(1)), share);
  }

  private static NDArray mean(NDArray one, NDArray other, NDArray share) {
    return one.mul(share.neg().add(1)).add(other.mul(share));
  }

  /** Places farther away than the zeros around an image are as good as those zeros. */
  private NDArray kept(NDArray at, int axis) {
    return at.clip(-BEFORE, x.getShape().get(axis));
  }

  /** Numbers of pixels in {@link #padded}, int64, (N, C, H, W). */
  private NDArray index(NDArray atRow, NDArray atColumn) {
    Shape shape = x.getShape();
    // whole numbers, since float32 skips some from 2^24 on
    NDArray plane =
        numbers(row.getManager(), shape.get(0) * shape.get(1), DataType.INT64)
            .mul((shape.get(2) + BEFORE + AFTER) * paddedWidth())
            .add(BEFORE * paddedWidth() + BEFORE)
            .reshape(shape.get(0), shape.get(1), 1, 1);
    NDArray pixel = atRow.mul(paddedWidth()).add(atColumn).toType(DataType.INT64, false);
    return plane.add(pixel.expandDims(1));
  }

  private NDArray padded() {
    return padded(padded(x, 2), 3);
  }

  private static NDArray padded(NDArray array, int axis) {
    NDManager manager = array.getManager();
    Shape shape = array.getShape();
    return NDArrays.concat(
        new NDList(
            manager.zeros(along(shape, axis, BEFORE)),
            array,
            manager.zeros(along(shape, axis, AFTER))),
        axis);
  }

  private static Shape along(Shape shape, int axis, long length) {
    long[] lengths = shape.getShape().clone();
    lengths[axis] = length;
    return new Shape(lengths);
  }

  private long paddedWidth() {
    return x.getShape().get(3) + BEFORE + AFTER;
  }
}

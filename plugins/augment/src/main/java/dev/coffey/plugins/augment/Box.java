package dev.coffey.plugins.augment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/**
 * Part of an image, in pixels; empty if it ends where it begins.
 *
 * @param top first row
 * @param left first column
 * @param bottom row after the last
 * @param right column after the last
 */
record Box(int top, int left, int bottom, int right) {
  static final Box EMPTY = new Box(0, 0, 0, 0);

  /** Number of pixels. */
  int area() {
    return (bottom - top) * (right - left);
  }

  /** This box without what lies outside an image of {@code height} and {@code width}. */
  Box within(int height, int width) {
    return new Box(
        Math.max(top, 0), Math.max(left, 0), Math.min(bottom, height), Math.min(right, width));
  }

  /** 1 inside the boxes, one an image, and 0 elsewhere, float32, (N, 1, {@code like}'s H, W). */
  static NDArray mask(NDManager manager, List<Box> boxes, Shape like) {
    int images = boxes.size();
    var edges = new float[4 * images];
    for (int i = 0; i < images; i++) {
      Box box = boxes.get(i);
      edges[i] = box.top();
      edges[images + i] = box.bottom();
      edges[2 * images + i] = box.left();
      edges[3 * images + i] = box.right();
    }
    NDArray all = manager.create(edges, new Shape(4, images, 1, 1, 1));
    NDArray rows = Images.numbers(manager, like.get(2), DataType.FLOAT32).reshape(1, 1, -1, 1);
    NDArray columns = Images.numbers(manager, like.get(3), DataType.FLOAT32).reshape(1, 1, 1, -1);
    return between(rows, all.get(0), all.get(1)).mul(between(columns, all.get(2), all.get(3)));
  }

  private static NDArray between(NDArray at, NDArray first, NDArray end) {
    return at.gte(first)
        .toType(DataType.FLOAT32, false)
        .mul(at.lt(end).toType(DataType.FLOAT32, false));
  }
}

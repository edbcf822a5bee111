package dev.coffey.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/** Images side by side in rows, with a grey line of one pixel between them. */
public final class ImageGrid {
  private static final int LINE = 1;
  private static final float GREY = 128;
  private static final float WHITE = 255;

  private final int width;
  private final int height;
  private final int channels;
  private final byte[] pixels;

  private ImageGrid(int width, int height, int channels, byte[] pixels) {
    this.width = width;
    this.height = height;
    this.channels = channels;
    this.pixels = pixels;
  }

  /**
   * Arranges {@code images}, in the order of the batch; places that are left over are grey.
   *
   * @param images (N, C, H, W) with C 1 or 3; values outside [0, 1] are clipped
   * @param mostColumns images in a row, if there are as many
   */
  public static ImageGrid of(NDArray images, int mostColumns) {
    try (NDManager manager = images.getManager().newSubManager()) {
      NDArray constants = images.stopGradient();
      constants.attach(manager);
      return arranged(constants.toType(DataType.FLOAT32, false), manager, mostColumns);
    }
  }

  private static ImageGrid arranged(NDArray images, NDManager manager, int mostColumns) {
    Shape shape = images.getShape();
    long columns = Math.min(mostColumns, shape.get(0));
    long rows = (shape.get(0) + columns - 1) / columns;
    long channels = shape.get(1);
    NDArray cells = cells(images, manager, rows * columns);
    long high = cells.getShape().get(2);
    long wide = cells.getShape().get(3);
    int height = Math.toIntExact(rows * high - LINE);
    int width = Math.toIntExact(columns * wide - LINE);
    byte[] pixels =
        cells
            .reshape(rows, columns, channels, high, wide)
            .transpose(0, 3, 1, 4, 2)
            .reshape(rows * high, columns * wide, channels)
            .get(new NDIndex("0:{}, 0:{}", height, width))
            .toType(DataType.UINT8, true)
            .toByteArray();
    return new ImageGrid(width, height, Math.toIntExact(channels), pixels);
  }

  /** Levels from 0 to 255, each image with a line on its right and below: (count, C, H+1, W+1). */
  private static NDArray cells(NDArray images, NDManager manager, long count) {
    Shape shape = images.getShape();
    long channels = shape.get(1);
    long high = shape.get(2);
    long wide = shape.get(3);
    NDArray cells =
        images
            .clip(0, 1)
            .mul(WHITE)
            .add(0.5f)
            .floor()
            .concat(grey(manager, shape.get(0), channels, high, LINE), 3)
            .concat(grey(manager, shape.get(0), channels, LINE, wide + LINE), 2);
    long missing = count - shape.get(0);
    return missing == 0
        ? cells
        : cells.concat(grey(manager, missing, channels, high + LINE, wide + LINE), 0);
  }

  private static NDArray grey(NDManager manager, long... shape) {
    return manager.full(new Shape(shape), GREY);
  }

  /** In pixels. */
  public int width() {
    return width;
  }

  /** In pixels. */
  public int height() {
    return height;
  }

  /** 1 (grey) or 3 (red, green, blue). */
  public int channels() {
    return channels;
  }

  /** Row by row, the channels of a pixel together: height · width · channels bytes. */
  public byte[] pixels() {
    return pixels.clone();
  }
}

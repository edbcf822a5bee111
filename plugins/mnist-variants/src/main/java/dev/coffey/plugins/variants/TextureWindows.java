package dev.coffey.plugins.variants;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.DataOutput;
import java.io.IOException;
import java.util.random.RandomGenerator;

/** A window of 32x32 for each image, anywhere on the torus of its class's texture. */
final class TextureWindows {
  private static final int SIDE = Texture.SIDE;

  private final TextureSet textures;
  private final int[] classes;
  private final int[] top;
  private final int[] left;
  private final Colors first;
  private final Colors second;

  /** {@code classes}: class of each image. */
  TextureWindows(TextureSet textures, int[] classes, RandomGenerator random) {
    this.textures = textures;
    this.classes = classes;
    this.top = random.ints(classes.length, 0, SIDE).toArray();
    this.left = random.ints(classes.length, 0, SIDE).toArray();
    this.first = Colors.of(classes, textures.first());
    this.second = Colors.of(classes, textures.second());
  }

  /** Windows of {@code rows}, (N, 3, 32, 32). */
  NDArray array(NDManager manager, int[] rows) {
    NDArray pattern = pattern(manager, rows);
    return Blend.over(pattern, first.array(manager, rows), second.array(manager, rows));
  }

  /** (N, 1, 32, 32), 1 or 0. */
  private NDArray pattern(NDManager manager, int[] rows) {
    int[] lines = new int[rows.length * Digits.SIDE];
    int[] columns = new int[rows.length * Digits.SIDE];
    for (int i = 0; i < lines.length; i++) {
      int row = rows[i / Digits.SIDE];
      lines[i] = (classes[row] * SIDE + (top[row] + i % Digits.SIDE) % SIDE) * SIDE;
      columns[i] = (left[row] + i % Digits.SIDE) % SIDE;
    }
    NDArray places =
        manager
            .create(lines, new Shape(rows.length, 1, Digits.SIDE, 1))
            .add(manager.create(columns, new Shape(rows.length, 1, 1, Digits.SIDE)));
    return textures.patterns(manager).take(manager, places.toType(DataType.INT64, false));
  }

  void write(int row, DataOutput out) throws IOException {
    out.writeInt(top[row]);
    out.writeInt(left[row]);
  }
}

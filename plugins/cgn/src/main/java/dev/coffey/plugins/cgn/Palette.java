package dev.coffey.plugins.cgn;

import java.util.List;

/**
 * Colours of double-coloured MNIST: a background for each class, and an object's, which is the
 * background of the class four further on. Source: Sauer and Geiger 2021 (CGN).
 */
enum Palette {
  OBJECT(4),
  BACKGROUND(0);

  private static final List<Integer> COLOURS =
      List.of(
          0x006400, // dark green
          0x00008b, // dark blue
          0xb03060, // maroon
          0xff4500, // orange red
          0xffff00, // yellow
          0xdeb887, // burlywood
          0x00ff00, // lime
          0x00ffff, // aqua
          0xff00ff, // fuchsia
          0x6495ed); // cornflower blue

  private final int offset;

  Palette(int offset) {
    this.offset = offset;
  }

  /** Red, green and blue of each class, in [0, 1]: as many rows as there are classes. */
  float[][] table() {
    float[][] table = new float[COLOURS.size()][];
    for (int label = 0; label < table.length; label++) {
      int colour = COLOURS.get((label + offset) % table.length);
      table[label] =
          new float[] {
            (colour >> 16 & 0xff) / 255f, (colour >> 8 & 0xff) / 255f, (colour & 0xff) / 255f
          };
    }
    return table;
  }
}

package dev.coffey.plugins.variants;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A colour for each of the ten classes.
 *
 * @param colors red, green, blue, in [0, 1]
 */
record Palette(List<double[]> colors) {
  Palette {
    colors = List.copyOf(colors);
    if (colors.size() != Digits.CLASSES) {
      throw new IllegalArgumentException("there must be 10 colours, not " + colors.size());
    }
  }

  /** {@code colors}: 0xRRGGBB, class by class. */
  static Palette of(int... colors) {
    return new Palette(
        Arrays.stream(colors)
            .mapToObj(c -> new double[] {(c >> 16) / 255d, (c >> 8 & 255) / 255d, (c & 255) / 255d})
            .toList());
  }

  /** Class {@code k} gets the colour of class k + {@code steps}, modulo 10. */
  Palette rotated(int steps) {
    var rotated = new ArrayList<>(colors);
    Collections.rotate(rotated, -steps);
    return new Palette(rotated);
  }

  double channel(int label, int channel) {
    return colors.get(label)[channel];
  }

  /** Whether class {@code label} here has the colour of class {@code otherLabel} there. */
  boolean same(int label, Palette other, int otherLabel) {
    return Arrays.equals(colors.get(label), other.colors.get(otherLabel));
  }
}

package dev.coffey.plugins.variants;

import java.util.stream.IntStream;

/** Square images of another size, of whose pixels each is one of the old. */
final class Enlargement {
  private final int oldSize;
  private final int[] sources;

  private Enlargement(int oldSize, int[] sources) {
    this.oldSize = oldSize;
    this.sources = sources;
  }

  /**
   * New pixel i, on each axis, is old pixel ⌊(i + origin) · from / to⌋.
   *
   * @param origin where in a pixel its place is: 0 (its corner, as in PyTorch's interpolate), 0.5
   *     (its centre, as in Pillow's resize)
   */
  static Enlargement nearest(int from, int to, double origin) {
    int[] axis = IntStream.range(0, to).map(i -> (int) ((i + origin) * from / to)).toArray();
    int[] sources =
        IntStream.range(0, to * to)
            .map(pixel -> axis[pixel / to] * from + axis[pixel % to])
            .toArray();
    return new Enlargement(from * from, sources);
  }

  /** The images {@code from}, inclusive, to {@code to}, exclusive. */
  byte[] apply(byte[] pixels, int from, int to) {
    byte[] enlarged = new byte[Math.multiplyExact(to - from, sources.length)];
    int at = 0;
    for (int image = from; image < to; image++) {
      for (int source : sources) {
        enlarged[at++] = pixels[image * oldSize + source];
      }
    }
    return enlarged;
  }
}

package dev.coffey.plugins.skdcgn;

import dev.coffey.api.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Options of the student {@code tiny-cgn}. */
record TinyCgnOptions(
    @Option(help = "dimensions of the noise", value = "32", min = 1) int latent,
    @Option(help = "number of classes", value = "10", min = 1) int classes,
    @Option(help = "height and width of its images: 8, 16, 32, 64, …", value = "32", min = 8)
        int size,
    @Option(help = "length of the vectors that stand for classes", value = "16", min = 1)
        int embedding,
    @Option(
            help = "channels of the first maps; they halve with every doubling of the size but one",
            value = "64",
            min = 1)
        int width,
    @Option(help = "that of texture and background; as width if left out", min = 1)
        Optional<Integer> textureWidth,
    @Option(
            help =
                "pixels in a row that each position of the last convolution makes: 1, 2, 4, …;"
                    + " 2 leaves out the last doubling, which costs as much as all before it",
            value = "1",
            min = 1)
        int subPixels,
    @Option(
            help = "networks it has: shape, texture, background, or some of them",
            value = "[shape, texture, background]")
        List<Mechanism> mechanisms) {
  private static final int FIRST_EDGE = 4;

  TinyCgnOptions {
    mechanisms = new Cast(mechanisms).mechanisms();
    if (size < 2 * FIRST_EDGE || Integer.bitCount(size) != 1) {
      throw new IllegalArgumentException("size must be 8, 16, 32, 64, …, but is " + size);
    }
    if (Integer.bitCount(subPixels) != 1 || 2 * FIRST_EDGE * subPixels > size) {
      throw new IllegalArgumentException(
          "sub-pixels must be a power of two, at most %d for images of %d pixels, but is %d"
              .formatted(size / (2 * FIRST_EDGE), size, subPixels));
    }
    int doublings = doublings(size, subPixels);
    check("width", width, doublings);
    textureWidth.ifPresent(one -> check("texture-width", one, doublings));
  }

  private static void check(String option, int width, int doublings) {
    int divisor = 1 << (doublings - 1);
    if (width < 1 || width % divisor != 0) {
      throw new IllegalArgumentException(
          "%s must be divisible by %d for %d doublings from %d pixels, but is %d"
              .formatted(option, divisor, doublings, FIRST_EDGE, width));
    }
  }

  private static int doublings(int size, int subPixels) {
    return Integer.numberOfTrailingZeros(size / FIRST_EDGE / subPixels);
  }

  Generator generator(Mechanism mechanism) {
    int first = mechanism == Mechanism.SHAPE ? width : textureWidth.orElse(width);
    List<Integer> widths = new ArrayList<>(List.of(first));
    for (int i = 0; i < doublings(size, subPixels); i++) {
      widths.add(first >> i);
    }
    return new Generator(new Latents(latent, classes), embedding, FIRST_EDGE, widths, subPixels);
  }
}

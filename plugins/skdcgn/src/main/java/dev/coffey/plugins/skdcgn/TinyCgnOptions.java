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
            help = "networks it has: shape, texture, background, or some of them",
            value = "[shape, texture, background]")
        List<Mechanism> mechanisms) {
  private static final int FIRST_EDGE = 4;

  TinyCgnOptions {
    mechanisms = new Cast(mechanisms).mechanisms();
    if (size < 2 * FIRST_EDGE || Integer.bitCount(size) != 1) {
      throw new IllegalArgumentException("size must be 8, 16, 32, 64, …, but is " + size);
    }
    check("width", width, size);
    textureWidth.ifPresent(one -> check("texture-width", one, size));
  }

  private static void check(String option, int width, int size) {
    int halvings = doublings(size) - 1;
    if (width < 1 || width % (1 << halvings) != 0) {
      throw new IllegalArgumentException(
          "%s must be divisible by %d for images of %d pixels, but is %d"
              .formatted(option, 1 << halvings, size, width));
    }
  }

  private static int doublings(int size) {
    return Integer.numberOfTrailingZeros(size / FIRST_EDGE);
  }

  Generator generator(Mechanism mechanism) {
    int first = mechanism == Mechanism.SHAPE ? width : textureWidth.orElse(width);
    List<Integer> widths = new ArrayList<>(List.of(first));
    for (int i = 0; i < doublings(size); i++) {
      widths.add(first >> i);
    }
    return new Generator(new Latents(latent, classes), embedding, FIRST_EDGE, widths);
  }
}

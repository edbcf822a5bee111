package dev.coffey.plugins.skdcgn;

import dev.coffey.api.Option;
import java.util.List;
import java.util.stream.Stream;

/** Options of the student {@code tinygan}. */
record TinyGanOptions(
    @Option(help = "dimensions of the noise", value = "128", min = 1) int latent,
    @Option(help = "number of classes", value = "1000", min = 1) int classes,
    @Option(help = "height and width of its images, a multiple of 32", value = "256", min = 32)
        int size,
    @Option(help = "length of the vectors that stand for classes", value = "128", min = 1)
        int embedding,
    @Option(
            help = "channels of the last maps; the first have 16 times as many",
            value = "32",
            min = 1)
        int filters,
    @Option(
            help = "networks it has: shape, texture, background, or some of them",
            value = "[shape, texture, background]")
        List<Mechanism> mechanisms) {
  private static final int SHRINKING = 32;

  TinyGanOptions {
    mechanisms = new Cast(mechanisms).mechanisms();
    if (size < SHRINKING || size % SHRINKING != 0) {
      throw new IllegalArgumentException("size must be a multiple of 32, but is " + size);
    }
  }

  Generator generator() {
    List<Integer> widths = Stream.of(16, 16, 8, 4, 2, 1).map(times -> times * filters).toList();
    return new Generator(new Latents(latent, classes), embedding, size / SHRINKING, widths, 1);
  }
}

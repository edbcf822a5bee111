package dev.coffey.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.coffey.nn.test.TestBench;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Compares numbers with those of MXNet. A process has one engine, so the tests on MXNet, which run
 * first, leave theirs in a file.
 */
final class OtherEngine {
  private static final Path FOLDER = Path.of("target", "mxnet-numbers");

  private OtherEngine() {}

  /** {@code tolerance}: as a fraction of 1 + the other number's size. */
  static void compare(String name, List<Float> numbers, double tolerance) {
    Path file = FOLDER.resolve(name.replaceAll("[^a-zA-Z0-9]+", "-") + ".txt");
    try {
      if (TestBench.ENGINE.equals("mxnet")) {
        Files.createDirectories(FOLDER);
        Files.writeString(
            file, numbers.stream().map(String::valueOf).collect(Collectors.joining("\n")));
      } else if (Files.exists(file)) {
        List<Float> others = Files.readAllLines(file).stream().map(Float::valueOf).toList();
        assertThat(numbers).hasSameSizeAs(others);
        IntStream.range(0, others.size())
            .forEach(
                i ->
                    assertThat(numbers.get(i))
                        .as("number %d of %s", i, name)
                        .isCloseTo(
                            others.get(i),
                            within((float) (tolerance * (1 + Math.abs(others.get(i)))))));
      }
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }

  static List<Float> list(float[] numbers) {
    return IntStream.range(0, numbers.length).mapToObj(i -> numbers[i]).toList();
  }
}

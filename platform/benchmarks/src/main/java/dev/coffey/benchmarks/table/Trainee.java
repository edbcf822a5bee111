package dev.coffey.benchmarks.table;

import dev.coffey.benchmarks.loop.Loop;
import dev.coffey.benchmarks.loop.Task;
import dev.coffey.benchmarks.loop.Training;
import dev.coffey.benchmarks.product.Distribution;
import dev.coffey.benchmarks.product.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Trains LeNet-5 and prints, a hundred times, how much memory its process has. */
final class Trainee {
  private static final int LOOKS = 100;
  private static final int BATCH = 128;

  private Trainee() {}

  /** {@code arguments}: engine, steps. */
  public static void main(String[] arguments) throws IOException {
    int steps = Integer.parseInt(arguments[1]);
    try (var product = Product.start(Distribution.measured(), arguments[0]);
        Loop loop = Training.SUPERVISED.open(product, Task.of("lenet5", BATCH))) {
      for (int look = 0; look < LOOKS; look++) {
        loop.steps(Math.max(1, steps / LOOKS));
        System.out.println(residentMegabytes());
      }
    }
  }

  private static double residentMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
        .findFirst()
        .orElseThrow();
  }
}

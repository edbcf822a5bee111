package dev.coffey.benchmarks.swap;

import dev.coffey.api.Loss;
import dev.coffey.benchmarks.loop.TrainingThread;
import dev.coffey.benchmarks.product.Distribution;
import dev.coffey.benchmarks.product.Product;
import dev.coffey.benchmarks.product.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;

/**
 * A product in a copy of its distribution, whose plugin is replaced by one version after another.
 */
public final class Swaps implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final TemporaryFolder folder;
  private final Distribution copy;
  private final Product product;
  private final Optional<TrainingThread> training;
  private int number;

  private Swaps(TemporaryFolder folder, String engine, boolean trains)
      throws IOException, InterruptedException {
    this.folder = folder;
    this.copy = Distribution.measured().copyInto(folder.path().resolve("coffey"));
    this.product = Product.start(copy, engine);
    product.watch();
    this.training = trains ? Optional.of(TrainingThread.start(product)) : Optional.empty();
    prepare();
    swap();
  }

  /** Starts with a first version. {@code trains}: whether a thread trains all the while. */
  public static Swaps start(String engine, boolean trains)
      throws IOException, InterruptedException {
    return new Swaps(TemporaryFolder.create(), engine, trains);
  }

  /** Makes the next version and puts its jar close by. */
  public void prepare() throws IOException {
    number++;
    Files.write(aside(), PluginJar.of(version()));
  }

  /** Moves the jar into the drop folder; comes back when the new version has been leased. */
  public void swap() throws IOException, InterruptedException {
    Path place = copy.home().resolve("plugins").resolve("swapped.jar");
    Files.move(aside(), place, StandardCopyOption.REPLACE_EXISTING);
    long start = System.nanoTime();
    while (!version().equals(leased())) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new IllegalStateException("version %s is not served".formatted(version()));
      }
      Thread.sleep(1);
    }
  }

  private Path aside() {
    return folder.path().resolve("next.jar");
  }

  private String version() {
    return "1.0." + number;
  }

  private String leased() {
    try (var leases = product.catalogue().lease()) {
      return leases
          .find(Loss.class, SwappedPlugin.LOSS)
          .map(lease -> lease.offer().version())
          .orElse("");
    }
  }

  @Override
  public void close() throws InterruptedException {
    if (training.isPresent()) {
      training.get().close();
    }
    product.close();
    folder.close();
  }
}

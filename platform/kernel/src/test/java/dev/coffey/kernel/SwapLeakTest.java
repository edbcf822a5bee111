package dev.coffey.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffey.api.Loss;
import dev.coffey.kernel.example.PluginJar;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is replaced leaves nothing behind: no class loader, no thread, no open file. */
class SwapLeakTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int SWAPS = 40;

  @TempDir Path home;
  @TempDir Path state;
  @TempDir Path elsewhere;

  private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();

  @Test
  @EnabledOnOs(OS.LINUX)
  void replacedVersionsAreCollectedAndTheirFilesClosed() throws IOException {
    Files.createDirectories(home.resolve("conf"));
    Files.writeString(
        home.resolve("conf/platform.yaml"), "plugins: { stable-millis: 0, poll-millis: 100 }");
    drop(0);
    try (Platform platform = Platform.start(new PlatformLayout(home, state))) {
      platform.watch(line -> {});
      use(platform, 0);
      drop(1);
      use(platform, 1);
      Waiting.until(PATIENCE, () -> platform.bundles().size() == 1);
      int threads = Thread.activeCount();

      for (int version = 2; version <= SWAPS; version++) {
        drop(version);
        use(platform, version);
      }

      Waiting.until(PATIENCE, () -> platform.bundles().size() == 1);
      loaders.remove(loaders.size() - 1); // still served
      Waiting.until(PATIENCE, this::allCollected);
      Waiting.until(PATIENCE, () -> openJars() == 1);
      // pools of the JVM's own may have grown by one or two; a leak would be one a swap
      assertThat(Thread.activeCount()).isLessThan(threads + SWAPS / 2);
    }
  }

  /** In a method of its own, so that no local variable keeps what it leases. */
  private void use(Platform platform, int version) {
    Waiting.until(
        PATIENCE,
        () ->
            platform.catalogue().offers().stream()
                .anyMatch(offer -> offer.version().equals("1.0." + version)));
    try (var leases = platform.catalogue().lease()) {
      Loss loss = leases.lease(Loss.class, "kd").service();
      assertThat(loss.inputs()).containsEntry("flavour", "v" + version);
      loaders.add(new WeakReference<>(loss.getClass().getClassLoader()));
    }
  }

  private boolean allCollected() {
    System.gc();
    return loaders.stream().allMatch(loader -> loader.get() == null);
  }

  private long openJars() {
    try (var descriptors = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
      long open = 0;
      for (Path descriptor : descriptors) {
        if (Files.isSymbolicLink(descriptor)
            && Files.readSymbolicLink(descriptor).startsWith(state.toRealPath())) {
          open++;
        }
      }
      return open;
    } catch (IOException closedMeanwhile) {
      return Long.MAX_VALUE;
    }
  }

  private void drop(int version) throws IOException {
    Path aside =
        PluginJar.withLoss("dev.example.kd", "kd", "v" + version)
            .version("1.0." + version)
            .write(elsewhere, "kd.jar");
    Path plugins = Files.createDirectories(home.resolve("plugins"));
    Files.move(aside, plugins.resolve("kd.jar"), StandardCopyOption.REPLACE_EXISTING);
  }
}

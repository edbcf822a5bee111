package dev.coffey.kernel;

import dev.coffey.kernel.catalogue.Catalogue;
import dev.coffey.kernel.catalogue.ServiceBook;
import dev.coffey.kernel.config.InvalidInput;
import dev.coffey.kernel.config.NearestNames;
import dev.coffey.kernel.felix.FelixRuntime;
import dev.coffey.kernel.plugin.PluginDeployment;
import dev.coffey.nn.engine.EngineSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The running platform: a framework with the bundles and plugins of one distribution. Several may
 * run at once, in one process or in many. Thread-safe.
 */
public final class Platform implements AutoCloseable {
  private final PlatformLayout layout;
  private final ServiceBook book;
  private final FelixRuntime runtime;

  private Platform(PlatformLayout layout, ServiceBook book, FelixRuntime runtime) {
    this.layout = layout;
    this.book = book;
    this.runtime = runtime;
  }

  /**
   * Starts the framework and everything in {@code bundles/} and {@code plugins/}. A jar that cannot
   * be used is left out, and {@link #bundles()} says why. No engine is touched.
   *
   * @throws InvalidInput if there is no distribution at {@code home}, or {@code state} cannot be
   *     written
   */
  public static Platform start(PlatformLayout layout) {
    if (!Files.isDirectory(layout.home())) {
      throw new InvalidInput("there is no distribution folder at " + layout.home());
    }
    var book = new ServiceBook();
    var runtime = FelixRuntime.start(layout.store(), book);
    try {
      runtime.startAll(layout.bundles(), layout.plugins());
    } catch (RuntimeException | Error failure) {
      runtime.close();
      throw failure;
    }
    return new Platform(layout, book, runtime);
  }

  /** Coffey's version. */
  public static String version() {
    return PlatformVersion.text();
  }

  /** What can be leased. */
  public Catalogue catalogue() {
    return book;
  }

  /** Names of the engines there are, sorted. */
  public List<String> engines() {
    return List.copyOf(runtime.engines().keySet());
  }

  /**
   * The engine of that name; it is loaded only when the source is asked for it.
   *
   * @throws InvalidInput if no bundle brings it; the message lists those there are
   */
  public EngineSource engine(String name) {
    var engines = runtime.engines();
    EngineSource engine = engines.get(name);
    if (engine == null) {
      throw new InvalidInput(
          "there is no engine '%s'%s".formatted(name, nearest(name, engines.keySet())));
    }
    return engine;
  }

  private String nearest(String name, Set<String> known) {
    List<String> names = NearestNames.of(name, known);
    if (!names.isEmpty()) {
      return ", did you mean " + String.join(" or ", names) + "?";
    }
    if (!known.isEmpty()) {
      return "; installed: " + String.join(", ", known);
    }
    return bundles().stream()
        .filter(bundle -> bundle.status() == BundleReport.Status.REFUSED)
        .map(bundle -> "; " + bundle.path().getFileName() + " was refused: " + bundle.remark())
        .findFirst()
        .orElse(": no bundle in " + layout.bundles() + " brings one");
  }

  /** Every jar that was looked at, in the order of bundles, then plugins, by file name. */
  public List<BundleReport> bundles() {
    return runtime.deployments().stream().map(this::report).toList();
  }

  /** Takes in one more plugin, beside those that run. The jar itself is free afterwards. */
  public BundleReport install(Path jar) {
    return report(runtime.install(jar));
  }

  /** Stops everything and removes the framework's temporary folder. */
  @Override
  public void close() {
    runtime.close();
  }

  private BundleReport report(PluginDeployment deployment) {
    var remarks =
        Stream.concat(Stream.of(deployment.refusal()), book.shadowed(deployment.bundle()).stream());
    return new BundleReport(
        deployment, String.join("; ", remarks.filter(text -> !text.isEmpty()).toList()));
  }
}

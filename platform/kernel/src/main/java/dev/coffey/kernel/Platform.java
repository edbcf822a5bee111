package dev.coffey.kernel;

import dev.coffey.kernel.catalogue.Catalogue;
import dev.coffey.kernel.catalogue.ServiceBook;
import dev.coffey.kernel.config.InvalidInput;
import dev.coffey.kernel.config.NearestNames;
import dev.coffey.kernel.felix.FelixRuntime;
import dev.coffey.kernel.felix.FelixRuntime.Rules;
import dev.coffey.kernel.plugin.AllowList;
import dev.coffey.kernel.plugin.PluginDeployment;
import dev.coffey.kernel.plugin.PluginIntake;
import dev.coffey.kernel.plugin.PluginStore;
import dev.coffey.kernel.plugin.RecipeCheck;
import dev.coffey.kernel.plugin.TimeLimit;
import dev.coffey.kernel.watch.DropFolder;
import dev.coffey.nn.engine.EngineSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The running platform: a framework with the bundles and plugins of one distribution. Several may
 * run at once, in one process or in many. Thread-safe.
 */
public final class Platform implements AutoCloseable {
  private final PlatformLayout layout;
  private final PlatformOptions options;
  private final ServiceBook book;
  private final FelixRuntime runtime;
  private final DropFolder dropped;
  private Optional<PluginWatch> watch = Optional.empty();

  private Platform(
      PlatformLayout layout,
      PlatformOptions options,
      ServiceBook book,
      FelixRuntime runtime,
      DropFolder dropped) {
    this.layout = layout;
    this.options = options;
    this.book = book;
    this.runtime = runtime;
    this.dropped = dropped;
  }

  /** Starts a platform that takes every recipe as it is. */
  public static Platform start(PlatformLayout layout) {
    return start(layout, RecipeCheck.NONE);
  }

  /**
   * Starts the framework and everything in {@code bundles/} and {@code plugins/}. A jar that cannot
   * be used is left out, and {@link #bundles()} says why. No engine is touched.
   *
   * @throws InvalidInput if there is no distribution at {@code home}, {@code state} cannot be
   *     written, or {@code conf/platform.yaml} is wrong
   */
  public static Platform start(PlatformLayout layout, RecipeCheck recipes) {
    if (!Files.isDirectory(layout.home())) {
      throw new InvalidInput("there is no distribution folder at " + layout.home());
    }
    var options = PlatformOptions.read(layout.options());
    var intake =
        new PluginIntake(new PluginStore(layout.store()), new AllowList(layout.allowList()));
    var rules = new Rules(intake, recipes, new TimeLimit(options.plugins().limit()));
    var book = new ServiceBook();
    var runtime = FelixRuntime.start(book, rules);
    try {
      var payloads = new DropFolder(layout.bundles(), Duration.ZERO, Clock.systemUTC());
      var dropped = new DropFolder(layout.plugins(), options.plugins().stable(), Clock.systemUTC());
      runtime.startAll(payloads.start(), dropped.start());
      return new Platform(layout, options, book, runtime, dropped);
    } catch (RuntimeException | Error failure) {
      runtime.close();
      throw failure;
    }
  }

  /**
   * From now on plugins are taken in and out as their jars come and go in {@code plugins/}, and
   * other processes are told what there is. Calling again does nothing.
   *
   * @param news is told what people may want to know, a line each, on a thread of the platform's
   */
  public synchronized void watch(Consumer<String> news) {
    if (watch.isEmpty()) {
      watch =
          Optional.of(
              new PluginWatch(
                  layout, dropped, options.plugins().poll(), runtime, this::pluginReports, news));
    }
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

  /** Every jar that was looked at, in the order of bundles, then plugins as they came. */
  public List<BundleReport> bundles() {
    return runtime.deployments().stream().map(this::report).toList();
  }

  private List<BundleReport> pluginReports() {
    return runtime.deployments().stream()
        .filter(deployment -> !deployment.path().startsWith(layout.bundles()))
        .map(this::report)
        .toList();
  }

  /**
   * The plugins that are meant by {@code name}: a bundle's symbolic name, the id of a service or
   * recipe, perhaps with a version as in {@code kd@1.2}, or the name of a jar that was refused.
   *
   * @throws InvalidInput if there is none; the message lists names that are alike
   */
  public List<BundleReport> find(String name) {
    return new PluginSearch(layout, book, runtime.deployments(), pluginReports()).find(name);
  }

  /** Takes in one more plugin, beside those that run. The jar itself is free afterwards. */
  public BundleReport install(Path jar) {
    runtime.arrived(jar);
    return bundles().stream()
        .filter(bundle -> bundle.path().equals(jar))
        .reduce((earlier, latest) -> latest)
        .orElseThrow();
  }

  /**
   * What a look at a plugin found.
   *
   * @param offers what it would bring, in words: {@code loss 'kd-kl'}; empty if it was refused
   */
  public record Check(BundleReport report, List<String> offers) {}

  /** Says what would become of a plugin in its place; everything stays as it is. */
  public Check check(Path jar, Path place) {
    var offers = new ArrayList<String>();
    PluginDeployment checked =
        runtime.check(
            jar,
            place,
            version -> book.entries(version).forEach(entry -> offers.add(entry.title())));
    return new Check(new BundleReport(checked, checked.refusal()), List.copyOf(offers));
  }

  /** Stops everything and removes the framework's temporary folder. */
  @Override
  public void close() {
    stopWatching();
    runtime.close();
  }

  private synchronized void stopWatching() {
    watch.ifPresent(PluginWatch::close);
    watch = Optional.empty();
  }

  private BundleReport report(PluginDeployment deployment) {
    Stream<String> shadowed =
        deployment.started().stream().flatMap(version -> book.shadowed(version).stream());
    var remarks = Stream.concat(Stream.of(deployment.refusal()), shadowed);
    return new BundleReport(
        deployment, String.join("; ", remarks.filter(text -> !text.isEmpty()).toList()));
  }
}

package dev.coffey.kernel.felix;

import com.google.inject.Guice;
import dev.coffey.kernel.catalogue.BundleVersion;
import dev.coffey.kernel.catalogue.ServiceBook;
import dev.coffey.kernel.plugin.PluginDeployment;
import dev.coffey.kernel.plugin.PluginIntake;
import dev.coffey.kernel.plugin.RecipeCheck;
import dev.coffey.kernel.plugin.TimeLimit;
import dev.coffey.nn.engine.EngineSource;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;

/** The framework with everything around it: what the rest of the kernel sees of OSGi. */
public final class FelixRuntime implements AutoCloseable {
  private final EmbeddedFramework framework;
  private final Deployer deployer;
  private final EngineTracker engines;
  private final IdleThread idle;

  private FelixRuntime(
      EmbeddedFramework framework, Deployer deployer, EngineTracker engines, IdleThread idle) {
    this.framework = framework;
    this.deployer = deployer;
    this.engines = engines;
    this.idle = idle;
  }

  /**
   * How plugins come in.
   *
   * @param intake looks at jars and copies them
   * @param limit how long a plugin's code may take to start
   */
  public record Rules(PluginIntake intake, RecipeCheck recipes, TimeLimit limit) {}

  /** Starts an empty framework. {@code book} is kept up to date from now on. */
  public static FelixRuntime start(ServiceBook book, Rules rules) {
    // loading Guice's classes takes as long as starting the framework, so both go on at once
    var warmUp = new Thread(Guice::createInjector, "coffey-guice-warm-up");
    warmUp.setDaemon(true);
    warmUp.start();
    var framework = EmbeddedFramework.start();
    var context = framework.context();
    var installed = new InstalledBundles();
    new ServiceTracking(context, book, installed).open();
    var engines = new EngineTracker(context);
    engines.open();
    var idle = new IdleThread();
    var deployer = deployer(context, book, installed, rules, idle);
    book.shelf(deployer);
    return new FelixRuntime(framework, deployer, engines, idle);
  }

  static Deployer deployer(
      BundleContext context,
      ServiceBook book,
      InstalledBundles installed,
      Rules rules,
      IdleThread idle) {
    var installer = new Installer(context, rules.intake(), installed);
    var retirement = new Retirement(context, book, installed, rules.limit());
    var activation =
        new Activation(
            installer,
            new Extender(book),
            new Verification(book, rules.recipes()),
            retirement,
            new ResolutionSentence(context),
            rules.limit());
    return new Deployer(installer, activation, retirement, idle);
  }

  /** Takes in the jars of the distribution and of the drop folder. */
  public void startAll(List<Path> bundles, List<Path> plugins) {
    deployer.startAll(bundles, plugins);
  }

  /** A plugin is new in its folder, or has new content. */
  public void arrived(Path jar) {
    deployer.arrived(jar);
  }

  /** A plugin is not in its folder any more. */
  public void removed(Path jar) {
    deployer.removed(jar);
  }

  /**
   * What would become of a plugin, if it lay at {@code place}, without taking it in; {@code look}
   * sees it started.
   */
  public PluginDeployment check(Path jar, Path place, Consumer<BundleVersion> look) {
    return deployer.check(jar, place, look);
  }

  /** What became of each jar so far. */
  public List<PluginDeployment> deployments() {
    return deployer.deployments();
  }

  /** The engines there are, by name. */
  public SortedMap<String, EngineSource> engines() {
    return engines.byName();
  }

  @Override
  public void close() {
    idle.close();
    framework.close();
  }
}

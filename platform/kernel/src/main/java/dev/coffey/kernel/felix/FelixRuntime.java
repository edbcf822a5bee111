package dev.coffey.kernel.felix;

import com.google.inject.Guice;
import dev.coffey.kernel.catalogue.ServiceBook;
import dev.coffey.kernel.plugin.PluginDeployment;
import dev.coffey.kernel.plugin.PluginStore;
import dev.coffey.nn.engine.EngineSource;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/** The framework with everything around it: what the rest of the kernel sees of OSGi. */
public final class FelixRuntime implements AutoCloseable {
  private final EmbeddedFramework framework;
  private final Deployer deployer;
  private final EngineTracker engines;

  private FelixRuntime(EmbeddedFramework framework, Deployer deployer, EngineTracker engines) {
    this.framework = framework;
    this.deployer = deployer;
    this.engines = engines;
  }

  /** Starts an empty framework. {@code book} is kept up to date from now on. */
  public static FelixRuntime start(Path store, ServiceBook book) {
    // loading Guice's classes takes as long as starting the framework, so both go on at once
    var warmUp = new Thread(Guice::createInjector, "coffey-guice-warm-up");
    warmUp.setDaemon(true);
    warmUp.start();
    var plugins = new PluginStore(store);
    var framework = EmbeddedFramework.start();
    var context = framework.context();
    var installed = new InstalledBundles();
    new ServiceTracking(context, book, installed).open();
    var engines = new EngineTracker(context);
    engines.open();
    var deployer =
        new Deployer(
            new Installer(context, plugins, installed),
            new Extender(book),
            book,
            new ResolutionSentence(context));
    return new FelixRuntime(framework, deployer, engines);
  }

  /** Installs and starts every jar of the two folders. */
  public void startAll(Path bundles, Path plugins) {
    deployer.startAll(bundles, plugins);
  }

  /** Installs and starts one more plugin. */
  public PluginDeployment install(Path jar) {
    return deployer.install(jar);
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
    framework.close();
  }
}

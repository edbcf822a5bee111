package dev.coffey.kernel.felix;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.felix.framework.Felix;
import org.apache.felix.framework.util.FelixConstants;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Felix inside this process, with the platform as its system bundle. */
final class EmbeddedFramework implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedFramework.class);
  private static final long STOP_MILLIS = 10_000;

  private final FrameworkFolder folder;
  private final Felix felix;
  private final Thread atExit;

  private EmbeddedFramework(FrameworkFolder folder, Thread atExit) {
    this.folder = folder;
    this.felix = new Felix(configuration(folder));
    this.atExit = atExit;
  }

  static EmbeddedFramework start() {
    // a user's Ctrl-C must not leave the folder behind, not even while the framework starts; but
    // nothing is stopped then: a run that still goes on would take it for a failure of its plugins
    var started = new CompletableFuture<FrameworkFolder>();
    var atExit = new Thread(() -> started.join().remove(), "coffey-framework-exit");
    Runtime.getRuntime().addShutdownHook(atExit);
    FrameworkFolder folder = FrameworkFolder.make();
    try {
      var framework = new EmbeddedFramework(folder, atExit);
      framework.felix.start();
      return framework;
    } catch (BundleException | RuntimeException failure) {
      folder.remove();
      throw new IllegalStateException("the OSGi framework does not start", failure);
    } finally {
      started.complete(folder);
    }
  }

  BundleContext context() {
    return felix.getBundleContext();
  }

  /** Where the framework keeps its own things while it runs. */
  Path folder() {
    return folder.path();
  }

  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException exiting) {
      LOG.debug("Closed while the process ends", exiting);
    }
  }

  private void stop() {
    try {
      awaitRefreshes();
      felix.stop();
      felix.waitForStop(STOP_MILLIS);
    } catch (BundleException failure) {
      LOG.info("The OSGi framework did not stop cleanly", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    folder.remove();
  }

  /** Felix throws in a thread of its own if it is stopped while that refreshes bundles. */
  private void awaitRefreshes() throws InterruptedException {
    if (felix.getState() == Bundle.ACTIVE) {
      var done = new CountDownLatch(1); // requests are done one after the other
      felix.adapt(FrameworkWiring.class).refreshBundles(List.of(), event -> done.countDown());
      done.await(STOP_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private static Map<String, Object> configuration(FrameworkFolder folder) {
    Map<String, Object> configuration = new HashMap<>();
    configuration.put(Constants.FRAMEWORK_STORAGE, folder.path().toString());
    configuration.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, PlatformPackages.header());
    configuration.put(FelixConstants.LOG_LOGGER_PROP, new FrameworkLog());
    configuration.put(FelixConstants.LOG_LEVEL_PROP, "2");
    // a rebuilt jar comes beside its former self, often with the version unchanged
    configuration.put(Constants.FRAMEWORK_BSNVERSION, Constants.FRAMEWORK_BSNVERSION_MULTIPLE);
    // the handlers can be set once a process, and nothing here needs bundle: URLs from text
    configuration.put(FelixConstants.SERVICE_URLHANDLERS_PROP, "false");
    // a bundle sees what it imports, whoever asks
    configuration.put(FelixConstants.IMPLICIT_BOOT_DELEGATION_PROP, "false");
    return configuration;
  }
}

package dev.coffey.kernel.felix;

import dev.coffey.kernel.catalogue.ServiceBook;
import dev.coffey.kernel.plugin.PluginDeployment;
import dev.coffey.kernel.plugin.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes jars in. A jar that cannot be used is uninstalled again and told of; nothing it does stops
 * the others. Installed bundles are never updated: a new version is a further bundle.
 */
final class Deployer {
  private static final Logger LOG = LoggerFactory.getLogger(Deployer.class);

  private final Installer installer;
  private final Extender extender;
  private final ServiceBook book;
  private final ResolutionSentence resolution;
  private final List<PluginDeployment> deployments = new CopyOnWriteArrayList<>();

  Deployer(
      Installer installer, Extender extender, ServiceBook book, ResolutionSentence resolution) {
    this.installer = installer;
    this.extender = extender;
    this.book = book;
    this.resolution = resolution;
  }

  List<PluginDeployment> deployments() {
    return List.copyOf(deployments);
  }

  /** First installs all, then starts them, so that they may import from each other. */
  synchronized void startAll(Path bundles, Path plugins) {
    var staged = new ArrayList<StagedBundle>();
    jarsIn(bundles).forEach(jar -> stage(jar, false).ifPresent(staged::add));
    jarsIn(plugins).forEach(jar -> stage(jar, true).ifPresent(staged::add));
    staged.forEach(this::activate);
  }

  /** Takes in one plugin beside those that run. */
  synchronized PluginDeployment install(Path jar) {
    stage(jar, true).ifPresent(this::activate);
    return deployments.get(deployments.size() - 1);
  }

  private Optional<StagedBundle> stage(Path jar, boolean plugin) {
    try {
      StagedBundle staged =
          plugin
              ? installer.copyAndInstall(jar, deployments)
              : installer.installInPlace(jar, deployments);
      deployments.add(PluginDeployment.accepted(jar, staged.version()));
      return Optional.of(staged);
    } catch (Refusal why) {
      deployments.add(PluginDeployment.refused(jar, why));
      LOG.warn("{} is not used: it {}", jar, why.getMessage());
      return Optional.empty();
    }
  }

  private void activate(StagedBundle staged) {
    try {
      start(staged);
      extender.extend(staged.bundle(), staged.version(), staged.manifest().module());
    } catch (Refusal why) {
      undo(staged);
      var refused = PluginDeployment.refused(staged.path(), staged.version(), why);
      deployments.replaceAll(known -> known.bundle() == staged.version() ? refused : known);
      LOG.warn("{} is not used: it {}", staged.path(), why.getMessage());
      LOG.debug("The cause", why);
    }
  }

  private void start(StagedBundle staged) throws Refusal {
    if (staged.manifest().fragment()) {
      return;
    }
    try {
      staged.bundle().start();
    } catch (BundleException failure) {
      throw failure.getType() == BundleException.RESOLVE_ERROR
          ? new Refusal(resolution.of(failure.getMessage()), failure)
          : new Refusal("does not start (" + Refusal.reasonOf(failure) + ")", failure);
    }
  }

  private void undo(StagedBundle staged) {
    book.remove(staged.version());
    try {
      staged.bundle().uninstall();
    } catch (BundleException failure) {
      LOG.info("{} could not be uninstalled", staged.path(), failure);
    }
  }

  private static List<Path> jarsIn(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("[^.].*\\.jar"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(folder + " cannot be read", unreadable);
    }
  }
}

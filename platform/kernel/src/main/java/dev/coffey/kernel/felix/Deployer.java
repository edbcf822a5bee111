package dev.coffey.kernel.felix;

import dev.coffey.kernel.catalogue.BundleState;
import dev.coffey.kernel.catalogue.BundleVersion;
import dev.coffey.kernel.catalogue.Shelf;
import dev.coffey.kernel.plugin.BundleManifest;
import dev.coffey.kernel.plugin.JarInPlace;
import dev.coffey.kernel.plugin.PluginDeployment;
import dev.coffey.kernel.plugin.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what is served in step with the jars that are there. Of every bundle the highest version
 * that lies in the folder is served, other versions of it lie on the shelf for requests that name
 * them, and what is neither drains. Nothing is ever updated in place: a new version is a further
 * bundle. A jar that cannot be used is told of, and changes nothing. Thread-safe.
 */
final class Deployer implements Shelf {
  private static final Logger LOG = LoggerFactory.getLogger(Deployer.class);

  private final Installer installer;
  private final Activation activation;
  private final Retirement retirement;
  private final IdleThread idle;
  private final Deployments deployments = new Deployments();

  Deployer(Installer installer, Activation activation, Retirement retirement, IdleThread idle) {
    this.installer = installer;
    this.activation = activation;
    this.retirement = retirement;
    this.idle = idle;
  }

  synchronized List<PluginDeployment> deployments() {
    return deployments.list().stream().map(Deployment::report).toList();
  }

  /** First installs all that is to be served, then starts it, so that it may import each other. */
  synchronized void startAll(List<Path> bundles, List<Path> plugins) {
    bundles.forEach(jar -> take(jar, () -> installer.inPlace(jar)));
    plugins.forEach(jar -> take(jar, () -> installer.copied(jar)));
    List<String> names = deployments.list().stream().map(Deployment::name).distinct().toList();
    names.forEach(name -> deployments.best(name).ifPresent(this::install));
    names.forEach(this::settle);
    retryCurable();
  }

  /** A jar is new in the folder, or has new content. */
  synchronized void arrived(Path jar) {
    List<Deployment> former = deployments.at(jar);
    former.stream().filter(known -> known.refusal().isPresent()).forEach(Deployment::notWanted);
    take(jar, () -> installer.copied(jar)).ifPresent(next -> replace(former, next));
    deployments.forgetGone();
    retryCurable();
  }

  /** A jar is not in the folder any more. */
  synchronized void removed(Path jar) {
    List<Deployment> gone = deployments.at(jar);
    gone.forEach(this::notWantedUnlessCopied);
    gone.stream().map(Deployment::name).distinct().forEach(this::settle);
    deployments.forgetGone();
    retryCurable();
  }

  /** The same jar may lie there under another name, too, and was not needed so far. */
  private void notWantedUnlessCopied(Deployment gone) {
    boolean usable = gone.refusal().isEmpty();
    gone.notWanted();
    deployments
        .spareCopyOf(gone)
        .filter(copy -> usable)
        .ifPresent(
            copy -> {
              copy.notWanted();
              gone.wantedAt(copy.path());
            });
  }

  /**
   * Whether {@code jar} could be used if it lay at {@code place}; everything stays as it is.
   *
   * @param look is given the version while it is started
   */
  synchronized PluginDeployment check(Path jar, Path place, Consumer<BundleVersion> look) {
    Deployment candidate;
    try {
      candidate = installer.copied(jar);
      candidate.wantedAt(place);
    } catch (Refusal why) {
      return refused(jar, why).report();
    }
    Optional<Deployment> inUse =
        deployments.list().stream()
            .filter(Deployment::runs)
            .filter(known -> known.runsFrom().equals(candidate.runsFrom()))
            .findFirst();
    if (inUse.isPresent()) {
      look.accept(inUse.get().started().orElseThrow().version());
      return inUse.get().report();
    }
    try {
      deployments.requireNoTwin(candidate);
      activation.start(candidate);
      look.accept(candidate.started().orElseThrow().version());
    } catch (Refusal why) {
      candidate.refuse(why);
    }
    PluginDeployment report = candidate.report();
    retirement.undo(candidate);
    return report;
  }

  @Override
  public synchronized Optional<BundleVersion> wake(
      Predicate<Version> accepted, Predicate<BundleVersion> wanted) {
    for (Deployment candidate : deployments.wanted(accepted)) {
      if (!candidate.runs() && start(candidate)) {
        drain(candidate);
      }
      Optional<BundleVersion> held =
          candidate.started().map(Deployment.Started::version).filter(BundleVersion::hold);
      if (held.isPresent() && wanted.test(held.get())) {
        return held;
      }
      held.ifPresent(BundleVersion::unpin);
    }
    return Optional.empty();
  }

  @Override
  public synchronized <T> T still(Supplier<T> look) {
    return look.get();
  }

  /** What is new of a bundle has been verified before anything of the old is given up. */
  private void replace(List<Deployment> former, Deployment next) {
    if (!next.runs() && !start(next)) {
      return;
    }
    former.stream()
        .filter(known -> known != next)
        .filter(
            known ->
                !known.name().equals(next.name()) || known.version().compareTo(next.version()) <= 0)
        .forEach(Deployment::notWanted);
    Stream.concat(Stream.of(next), former.stream())
        .map(Deployment::name)
        .distinct()
        .forEach(this::settle);
  }

  /** Serves the best version of a bundle and drains the others. */
  private void settle(String name) {
    Optional<Deployment> best = deployments.best(name);
    while (best.isPresent() && !best.get().runs() && !start(best.get())) {
      best = deployments.best(name);
    }
    best.ifPresent(this::serve);
    Deployment served = best.orElse(null);
    deployments.named(name).filter(other -> other != served).forEach(this::drain);
    retireIdle();
  }

  private void serve(Deployment deployment) {
    if (!deployment.isIn(BundleState.ACTIVE)) {
      deployment.started().ifPresent(live -> live.version().become(BundleState.ACTIVE));
      LOG.info("{} is served", deployment);
    }
  }

  private void drain(Deployment deployment) {
    if (deployment.isIn(BundleState.ACTIVE) || deployment.isIn(BundleState.VERIFIED)) {
      var version = deployment.started().orElseThrow().version();
      version.whenIdle(idleVersion -> idle.soon(this::retireIdle));
      version.become(BundleState.DRAINING);
    }
  }

  /** Retiring one may free another, which it had classes from. */
  private synchronized void retireIdle() {
    boolean any = true;
    while (any) {
      any = false;
      for (Deployment deployment : deployments.list()) {
        any |= deployment.isIn(BundleState.DRAINING) && retirement.retire(deployment);
      }
    }
    deployments.forgetGone();
  }

  /** Reads a jar. */
  @FunctionalInterface
  private interface Reading {
    Deployment read() throws Refusal;
  }

  /** Notes a jar; empty if it was refused, or is known and in use from elsewhere. */
  private Optional<Deployment> take(Path jar, Reading reading) {
    Deployment next;
    try {
      next = reading.read();
    } catch (Refusal why) {
      deployments.add(refused(jar, why));
      return Optional.empty();
    }
    Optional<Deployment> same = deployments.sameAs(next);
    if (same.isPresent() && !Deployments.isElsewhere(same.get(), jar)) {
      same.get().wantedAt(jar); // moved, or back again while it drains
      return same;
    }
    deployments.add(next);
    try {
      if (same.isPresent()) {
        throw new Refusal("is the same jar as %s, which is used".formatted(same.get().path()));
      }
      deployments.requireNoTwin(next);
      return Optional.of(next);
    } catch (Refusal why) {
      refuse(next, why);
      return Optional.empty();
    }
  }

  private void install(Deployment deployment) {
    try {
      installer.install(deployment);
    } catch (Refusal why) {
      refuse(deployment, why);
    }
  }

  private boolean start(Deployment deployment) {
    try {
      activation.start(deployment);
      return true;
    } catch (Refusal why) {
      refuse(deployment, why);
      return false;
    }
  }

  private static Deployment refused(Path jar, Refusal why) {
    var deployment = new Deployment(jar, BundleManifest.none(jar), new JarInPlace(jar), jar);
    refuse(deployment, why);
    return deployment;
  }

  private static void refuse(Deployment deployment, Refusal why) {
    deployment.refuse(why);
    LOG.warn("{} is not used: it {}", deployment.path(), why.getMessage());
    LOG.debug("The cause", why);
  }

  /** A package that was missing may have come in with another jar, a twin may have gone. */
  private void retryCurable() {
    boolean any = true;
    while (any) {
      any = false;
      for (Deployment deployment : deployments.list()) {
        boolean curable = deployment.refusal().filter(Refusal::curable).isPresent();
        if (curable && cured(deployment)) {
          any = true;
        }
      }
    }
  }

  private boolean cured(Deployment deployment) {
    deployment.forgive();
    try {
      deployments.requireNoTwin(deployment);
      activation.start(deployment);
      settle(deployment.name());
      return true;
    } catch (Refusal why) {
      deployment.refuse(why);
      return false;
    }
  }
}

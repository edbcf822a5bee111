package dev.coffey.kernel.felix;

import dev.coffey.kernel.catalogue.BundleState;
import dev.coffey.kernel.catalogue.ServiceBook;
import dev.coffey.kernel.plugin.Refusal;
import dev.coffey.kernel.plugin.TimeLimit;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes bundles out of the framework, with everything that would keep their classes alive. */
final class Retirement {
  private static final Logger LOG = LoggerFactory.getLogger(Retirement.class);

  private final BundleContext context;
  private final ServiceBook book;
  private final InstalledBundles installed;
  private final TimeLimit limit;

  Retirement(BundleContext context, ServiceBook book, InstalledBundles installed, TimeLimit limit) {
    this.context = context;
    this.book = book;
    this.installed = installed;
    this.limit = limit;
  }

  /**
   * Retires a draining version that no lease and no other bundle needs.
   *
   * @return whether it is out
   */
  boolean retire(Deployment deployment) {
    var started = deployment.started().orElseThrow();
    if (isNeeded(started.bundle()) || !started.version().retireIfIdle()) {
      return false;
    }
    LOG.info("{} is retired", deployment);
    takeOut(deployment, started);
    return true;
  }

  /** Takes out a bundle that was refused, whatever it has got to. */
  void undo(Deployment deployment) {
    deployment
        .started()
        .ifPresent(
            started -> {
              started.version().become(BundleState.RETIRED);
              takeOut(deployment, started);
            });
  }

  private void takeOut(Deployment deployment, Deployment.Started started) {
    book.remove(started.version());
    deployment.stopped();
    Bundle bundle = started.bundle();
    try {
      limit.call(
          deployment.name(),
          () -> {
            bundle.uninstall();
            return true;
          });
      // without a refresh the framework keeps class loader and jar of an uninstalled bundle
      context
          .getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
          .adapt(FrameworkWiring.class)
          .refreshBundles(List.of(bundle));
    } catch (Refusal stuck) {
      LOG.warn("{} was not uninstalled: it {}", deployment, stuck.getMessage());
    }
    installed.remove(bundle);
  }

  /**
   * Whether another bundle has classes or resources from this one: a library, a fragment. A refresh
   * would stop that bundle under the runs that use it.
   */
  private static boolean isNeeded(Bundle bundle) {
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    BundleWiring wiring = revision == null ? null : revision.getWiring();
    if (wiring == null) {
      return false;
    }
    Stream<Bundle> users =
        Stream.concat(
                wiring.getProvidedWires(null).stream().map(BundleWire::getRequirer),
                wiring.getRequiredWires(HostNamespace.HOST_NAMESPACE).stream()
                    .map(BundleWire::getProvider))
            .map(BundleRevision::getBundle);
    return users.anyMatch(user -> user != bundle && user.getState() != Bundle.UNINSTALLED);
  }
}

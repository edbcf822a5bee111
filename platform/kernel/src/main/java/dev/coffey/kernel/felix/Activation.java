package dev.coffey.kernel.felix;

import dev.coffey.kernel.catalogue.BundleState;
import dev.coffey.kernel.catalogue.BundleVersion;
import dev.coffey.kernel.plugin.Refusal;
import dev.coffey.kernel.plugin.TimeLimit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** Starts an installed bundle and looks into it; what is refused is gone without a trace. */
final class Activation {
  private final Installer installer;
  private final Extender extender;
  private final Verification verification;
  private final Retirement retirement;
  private final ResolutionSentence resolution;
  private final TimeLimit limit;

  Activation(
      Installer installer,
      Extender extender,
      Verification verification,
      Retirement retirement,
      ResolutionSentence resolution,
      TimeLimit limit) {
    this.installer = installer;
    this.extender = extender;
    this.verification = verification;
    this.retirement = retirement;
    this.resolution = resolution;
    this.limit = limit;
  }

  /** Installs unless that is done, starts and verifies; the version is not served yet. */
  void start(Deployment deployment) throws Refusal {
    try {
      if (deployment.started().isEmpty()) {
        installer.install(deployment);
      }
      limit.call(deployment.name(), () -> verified(deployment));
    } catch (Refusal why) {
      retirement.undo(deployment);
      throw why;
    }
  }

  private BundleVersion verified(Deployment deployment) throws Refusal {
    var started = deployment.started().orElseThrow();
    start(deployment, started.bundle());
    extender.extend(started.bundle(), started.version(), deployment.manifest().module());
    verification.check(started.bundle(), started.version());
    started.version().become(BundleState.VERIFIED);
    return started.version();
  }

  private void start(Deployment deployment, Bundle bundle) throws Refusal {
    if (deployment.manifest().fragment()) {
      return;
    }
    try {
      bundle.start();
    } catch (BundleException failure) {
      throw failure.getType() == BundleException.RESOLVE_ERROR
          ? Refusal.curable(resolution.of(failure.getMessage()), failure)
          : new Refusal("does not start (" + Refusal.reasonOf(failure) + ")", failure);
    }
  }
}

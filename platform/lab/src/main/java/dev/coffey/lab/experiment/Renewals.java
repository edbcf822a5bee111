package dev.coffey.lab.experiment;

import dev.coffey.api.Plugin;
import dev.coffey.kernel.catalogue.Catalogue;
import dev.coffey.kernel.catalogue.Lease;
import dev.coffey.kernel.catalogue.Leases;
import dev.coffey.kernel.catalogue.Offer;
import dev.coffey.nn.engine.EngineSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds other versions of what one run uses, and holds those it takes until it is closed. What was
 * refused once isn't offered again.
 */
public final class Renewals implements AutoCloseable {
  private final Catalogue catalogue;
  private final Leases held;
  private final List<Leases> taken = new ArrayList<>();
  private final Set<String> refused = new HashSet<>();
  private List<Offer> seen = List.of();

  /** {@code held}: what the experiment holds since its start. */
  public Renewals(Catalogue catalogue, Leases held) {
    this.catalogue = catalogue;
    this.held = held;
  }

  /** What becomes of a renewal. */
  public interface Taker {
    /**
     * Takes it, or throws whatever it likes; the run must then be as it was.
     *
     * @throws Exception why it cannot be taken
     */
    void take(Renewal renewal) throws Exception;

    /** Hears why a version was not taken. */
    void refused(Offer from, Offer to, Throwable why);
  }

  /** Offers everything that is served in another version than {@code plan} and so on have. */
  public void offer(Experiment experiment, MethodPlan plan, Taker taker) {
    List<Offer> now = catalogue.offers();
    if (now.equals(seen)) {
      return;
    }
    seen = now;
    services(experiment, plan)
        .distinct()
        .forEach(service -> offer(service, experiment, plan, taker));
  }

  private void offer(Used used, Experiment experiment, MethodPlan plan, Taker taker) {
    Leases anew = catalogue.lease();
    boolean keep = false;
    try {
      Optional<Offer> other =
          anew.find(used.offer().kind(), used.asked())
              .map(Lease::offer)
              .filter(offer -> !offer.digest().equals(used.offer().digest()))
              .filter(offer -> !refused.contains(offer.id() + offer.digest()));
      if (other.isPresent()) {
        keep = take(used, other.get(), anew, experiment, plan, taker);
      }
    } finally {
      if (keep) {
        taken.add(anew);
      } else {
        anew.close();
      }
    }
  }

  private boolean take(
      Used used, Offer other, Leases anew, Experiment experiment, MethodPlan plan, Taker taker) {
    try {
      var leases = new OneRenewed(held, anew, other.kind(), used.asked());
      Experiment renewed =
          new ExperimentReader(leases, catalogue, readers(experiment)).read(experiment.settings());
      MethodPlan method =
          renewed.methods().stream()
              .filter(one -> one.label().equals(plan.label()))
              .findFirst()
              .orElseThrow();
      taker.take(new Renewal(used.offer(), other, used.asked(), renewed, method));
      return true;
    } catch (Exception | LinkageError | AssertionError | StackOverflowError why) {
      refused.add(other.id() + other.digest());
      taker.refused(used.offer(), other, why);
      return false;
    }
  }

  private static List<EngineSource> readers(Experiment experiment) {
    return experiment.files().stream().map(TeacherFile::reader).distinct().toList();
  }

  private record Used(Offer offer, String asked) {
    static Used of(Resolved<? extends Plugin> resolved) {
      return new Used(resolved.offer(), resolved.asked());
    }
  }

  private static Stream<Used> services(Experiment experiment, MethodPlan plan) {
    return Stream.of(
            plan.terms().stream().map(term -> Used.of(term.loss())),
            plan.composers().stream().map(Used::of),
            experiment.metrics().stream().map(Used::of),
            experiment.observers().stream().map(Used::of))
        .flatMap(used -> used);
  }

  @Override
  public void close() {
    taken.forEach(Leases::close);
    taken.clear();
  }
}

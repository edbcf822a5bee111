package dev.coffey.lab.run;

import dev.coffey.kernel.catalogue.Catalogue;
import dev.coffey.kernel.catalogue.Leases;
import dev.coffey.lab.experiment.Renewals;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether and whence runs take other versions of plugins between epochs.
 *
 * @param renewals opens a run's look at what is served; empty to take nothing
 * @param observers those who are told the experiment's events
 */
public record Swapping(Optional<Supplier<Renewals>> renewals, List<ObserverCalls> observers) {
  /** No run takes anything. */
  public static Swapping never() {
    return new Swapping(Optional.empty(), List.of());
  }

  /** Runs take what {@code catalogue} serves; {@code held}: what the experiment has. */
  public static Swapping atEpochs(Catalogue catalogue, Leases held, List<ObserverCalls> observers) {
    return new Swapping(Optional.of(() -> new Renewals(catalogue, held)), observers);
  }
}

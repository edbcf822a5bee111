package dev.coffey.lab.run;

import dev.coffey.api.Event;
import dev.coffey.kernel.catalogue.Kinds;
import dev.coffey.kernel.catalogue.Offer;
import dev.coffey.lab.experiment.Experiment;
import dev.coffey.lab.experiment.MethodPlan;
import dev.coffey.lab.experiment.Renewal;
import dev.coffey.lab.experiment.Renewals;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes other versions of plugins into one run between its epochs. */
final class EpochSwap implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EpochSwap.class);

  private final Optional<Renewals> renewals;
  private final List<ObserverCalls> observers;
  private final Assembly assembly;
  private final Evaluation evaluation;
  private final Signal signal;
  private final List<RunRecord.Swap> swaps = new ArrayList<>();
  private Experiment experiment;
  private MethodPlan method;

  EpochSwap(
      Swapping swapping,
      Assembly.Plan plan,
      Assembly assembly,
      Evaluation evaluation,
      Signal signal) {
    this.renewals = swapping.renewals().map(Supplier::get);
    this.observers = swapping.observers();
    this.experiment = plan.experiment();
    this.method = plan.method();
    this.assembly = assembly;
    this.evaluation = evaluation;
    this.signal = signal;
  }

  void after(int epoch) {
    renewals.ifPresent(open -> open.offer(experiment, method, new AtEpoch(epoch)));
  }

  /** What was taken so far, oldest first. */
  List<RunRecord.Swap> swaps() {
    return List.copyOf(swaps);
  }

  @Override
  public void close() {
    renewals.ifPresent(Renewals::close);
  }

  private final class AtEpoch implements Renewals.Taker {
    private final int epoch;

    private AtEpoch(int epoch) {
      this.epoch = epoch;
    }

    @Override
    public void take(Renewal renewal) throws IOException {
      MethodPlan nextMethod = renewal.in(method);
      Experiment nextExperiment = renewal.in(experiment);
      assembly.exchange(nextMethod);
      evaluation.exchange(nextExperiment.metrics());
      for (int i = 0; i < observers.size(); i++) {
        observers.get(i).exchange(nextExperiment.observers().get(i));
      }
      method = nextMethod;
      experiment = nextExperiment;
      Offer from = renewal.from();
      Offer to = renewal.to();
      swaps.add(
          new RunRecord.Swap(epoch, RunRecord.PluginUse.of(from), RunRecord.PluginUse.of(to)));
      signal.send(
          new Event.Swapped(
              signal.run(), Kinds.nameOf(to.kind()), to.id(), epoch, name(from), name(to)));
      LOG.info("After epoch {} {} {} goes on as {}", epoch, to.kind(), to.id(), name(to));
    }

    @Override
    public void refused(Offer from, Offer to, Throwable why) {
      LOG.warn("{} stays with {}, not {}", to.id(), name(from), name(to), why);
      signal.send(
          new Event.SwapRefused(
              signal.run(),
              Kinds.nameOf(to.kind()),
              to.id(),
              epoch,
              name(from),
              name(to),
              Failure.sentence(why)));
    }
  }

  private static String name(Offer offer) {
    return "%s (%s)".formatted(offer.version(), offer.digest().substring(0, 12));
  }
}

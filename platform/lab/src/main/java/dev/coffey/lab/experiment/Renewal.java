package dev.coffey.lab.experiment;

import dev.coffey.api.Composer;
import dev.coffey.api.Loss;
import dev.coffey.api.Metric;
import dev.coffey.api.Observer;
import dev.coffey.api.Plugin;
import dev.coffey.kernel.catalogue.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Another version of one service that a run uses.
 *
 * @param from the version that the run has
 * @param to the other one
 * @param renewed the experiment, read with {@code to}
 * @param method the run's method in it
 */
public record Renewal(Offer from, Offer to, String asked, Experiment renewed, MethodPlan method) {
  /** The kind of service. */
  public Class<? extends Plugin> kind() {
    return from.kind();
  }

  /** {@code plan} with this service, and no other, in the other version. */
  public MethodPlan in(MethodPlan plan) {
    return plan.with(
        kind() == Loss.class
            ? merged(plan.terms(), method.terms(), term -> term.loss().asked())
            : plan.terms(),
        kind() == Composer.class
            ? merged(plan.composers(), method.composers(), Resolved::asked)
            : plan.composers());
  }

  /** {@code experiment} with this service, and no other, in the other version. */
  public Experiment in(Experiment experiment) {
    return experiment.with(
        kind() == Metric.class
            ? merged(experiment.metrics(), renewed.metrics(), Resolved::asked)
            : experiment.metrics(),
        kind() == Observer.class
            ? merged(experiment.observers(), renewed.observers(), Resolved::asked)
            : experiment.observers());
  }

  private <T> List<T> merged(List<T> current, List<T> other, Function<T, String> name) {
    var all = new ArrayList<T>();
    for (int i = 0; i < current.size(); i++) {
      all.add(name.apply(current.get(i)).equals(asked) ? other.get(i) : current.get(i));
    }
    return all;
  }
}

package dev.coffey.lab.run;

import dev.coffey.api.Run;
import dev.coffey.lab.experiment.MethodPlan;
import dev.coffey.lab.experiment.TermPlan;
import dev.coffey.lab.method.WeightedTerm;
import dev.coffey.lab.method.Wiring;
import dev.coffey.lab.run.Exchange.Place;
import dev.coffey.nn.Workspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The uses of losses in a method: one for each wiring. */
record Terms(Workspace workspace) {
  private record Use(TermPlan plan, Wiring wiring, String name) {
    String scope() {
      return "loss/" + name;
    }

    WeightedTerm open(Run run) {
      var term = plan.loss().service().open(run, new InputShapes(run).of(wiring));
      return new WeightedTerm(name, plan.weight(), wiring, term);
    }
  }

  List<WeightedTerm> open(MethodPlan method) {
    return uses(method).stream()
        .map(use -> use.open(workspace.view(use.scope(), use.plan().loss().optionSource())))
        .toList();
  }

  /** From {@code former} with the terms {@code current} to {@code next}. */
  Exchange<WeightedTerm> exchange(MethodPlan former, MethodPlan next, List<WeightedTerm> current)
      throws IOException {
    List<Use> before = uses(former);
    List<Use> after = uses(next);
    if (before.size() != after.size()) {
      throw new IOException(
          "it is used %d times instead of %d".formatted(after.size(), before.size()));
    }
    var places = new ArrayList<Place<WeightedTerm>>();
    for (int i = 0; i < after.size(); i++) {
      Use use = after.get(i);
      WeightedTerm term = current.get(i);
      boolean keep = use.plan().equals(before.get(i).plan());
      places.add(
          new Place<>(
              use.scope(),
              use.plan().loss().optionSource(),
              term,
              keep ? Optional.empty() : Optional.of(run -> heir(use, run, term))));
    }
    return new Exchange<>(workspace, places);
  }

  private static WeightedTerm heir(Use use, Run run, WeightedTerm former) throws IOException {
    WeightedTerm next = use.open(run);
    State.hand(former.term()::save, next.term()::load);
    return next;
  }

  private static List<Use> uses(MethodPlan method) {
    var uses = new ArrayList<Use>();
    for (TermPlan term : method.terms()) {
      int number = 0;
      for (Wiring wiring : term.wirings()) {
        String name = term.wirings().size() == 1 ? term.name() : term.name() + "-" + ++number;
        uses.add(new Use(term, wiring, name));
      }
    }
    return uses;
  }
}

package dev.coffey.lab.run;

import dev.coffey.api.Composer;
import dev.coffey.api.Composer.Mixer;
import dev.coffey.api.Run;
import dev.coffey.lab.experiment.MethodPlan;
import dev.coffey.lab.experiment.Resolved;
import dev.coffey.lab.run.Exchange.Place;
import dev.coffey.nn.Workspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The composers of a method. */
record Mixers(Workspace workspace) {
  List<Mixer> open(MethodPlan method) {
    var opened = new ArrayList<Mixer>();
    for (var composer : method.composers()) {
      String scope = scope(opened.size(), composer);
      opened.add(composer.service().open(workspace.view(scope, composer.optionSource())));
    }
    return opened;
  }

  /** From {@code former} with the mixers {@code current} to {@code next}. */
  Exchange<Mixer> exchange(MethodPlan former, MethodPlan next, List<Mixer> current) {
    var places = new ArrayList<Place<Mixer>>();
    for (int i = 0; i < current.size(); i++) {
      var composer = next.composers().get(i);
      Mixer mixer = current.get(i);
      boolean keep = composer.equals(former.composers().get(i));
      places.add(
          new Place<>(
              scope(i, composer),
              composer.optionSource(),
              mixer,
              keep ? Optional.empty() : Optional.of(run -> heir(composer, run, mixer))));
    }
    return new Exchange<>(workspace, places);
  }

  private static Mixer heir(Resolved<Composer> composer, Run run, Mixer former) throws IOException {
    Mixer next = composer.service().open(run);
    State.hand(former::save, next::load);
    return next;
  }

  private static String scope(int index, Resolved<Composer> composer) {
    return "composer/" + index + "/" + composer.offer().id();
  }
}

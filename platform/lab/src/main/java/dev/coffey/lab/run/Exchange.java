package dev.coffey.lab.run;

import dev.coffey.nn.Workspace;
import dev.coffey.nn.Workspace.OptionSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Puts other versions in some places of a run's terms or mixers: all of them or none.
 *
 * @param <T> what stands in a place
 */
final class Exchange<T> {
  /**
   * One place.
   *
   * @param scope of its view
   * @param options of the other version
   * @param other opens the other version and hands it the state of {@code former}; empty to keep
   *     {@code former}
   */
  record Place<T>(
      String scope, OptionSource options, T former, Optional<Workspace.Opening<T>> other) {}

  private final Workspace workspace;
  private final List<Place<T>> places;

  Exchange(Workspace workspace, List<Place<T>> places) {
    this.workspace = workspace;
    this.places = places;
  }

  /**
   * What stands in the places afterwards.
   *
   * @param trial tries the other versions; what it changes in them and in the run's buffers and
   *     networks is undone
   * @throws IOException if state does not fit, and whatever the other version or {@code trial}
   *     throws; everything is then as it was
   */
  List<T> make(Consumer<List<T>> trial) throws IOException {
    if (places.stream().allMatch(place -> place.other().isEmpty())) {
      return places.stream().map(Place::former).toList();
    }
    try {
      from(
          List.of(),
          opened -> {
            trial.accept(opened);
            throw new Passed();
          });
      throw new IllegalStateException("a trial ends with Passed");
    } catch (Passed passed) {
      return from(List.of(), opened -> {});
    }
  }

  /** One hand-over inside the other, so that a failure undoes them all. */
  private List<T> from(List<T> done, Consumer<List<T>> last) throws IOException {
    if (done.size() == places.size()) {
      last.accept(done);
      return done;
    }
    Place<T> place = places.get(done.size());
    return place.other().isEmpty()
        ? from(with(done, place.former()), last)
        : workspace.handOver(
            place.scope(),
            place.options(),
            run -> from(with(done, place.other().get().open(run)), last));
  }

  private static <T> List<T> with(List<T> done, T next) {
    var all = new ArrayList<>(done);
    all.add(next);
    return all;
  }

  /** Ends a trial that went well. */
  private static final class Passed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}

package dev.coffey.api.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.coffey.api.Event;
import dev.coffey.api.Observer;
import dev.coffey.api.Plugin;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link Observer} keeps. */
public abstract class ObserverContract extends PluginContract {
  private static final String RUN = "kd/seed-1";
  private static final String OTHER_RUN = "supervised/seed-1";

  /** The observer under test. */
  protected abstract Observer observer();

  @Override
  final Plugin service() {
    return observer();
  }

  @Test
  void itTakesEveryTypeOfEvent() {
    var observer = observer();

    assertThat(events(RUN).stream().<Class<?>>map(Event::getClass))
        .containsExactlyInAnyOrder(Event.class.getPermittedSubclasses());
    assertThatNoException().isThrownBy(() -> events(RUN).forEach(observer::on));
  }

  @Test
  void itTakesARunThatFailsBeforeItsFirstStage() {
    var observer = observer();

    assertThatNoException().isThrownBy(() -> observer.on(new Event.Failed(RUN, "no memory left")));
  }

  @Test
  void itTakesARunOnceMoreAfterItsEnd() {
    var observer = observer();
    events(RUN).forEach(observer::on);

    assertThatNoException().isThrownBy(() -> events(RUN).forEach(observer::on));
  }

  @Test
  void itTakesEventsOfSeveralRunsAtOnce() {
    assertThatNoException().isThrownBy(() -> LockStep.inTurns(twoRuns(observer())));
    assertThatNoException().isThrownBy(() -> LockStep.atOnce(twoRuns(observer())));
  }

  private static List<LockStep.Task<Boolean>> twoRuns(Observer observer) {
    return List.of(telling(observer, RUN), telling(observer, OTHER_RUN));
  }

  private static LockStep.Task<Boolean> telling(Observer observer, String run) {
    return all ->
        events(run).stream()
            .allMatch(
                event ->
                    all.next(
                        () -> {
                          observer.on(event);
                          return true;
                        }));
  }

  private static List<Event> events(String run) {
    return List.of(
        new Event.StageStarted(run, "distil", 10),
        new Event.StepDone(run, 1, 1),
        new Event.Reported(run, "train/loss", 1, 1, 2.3),
        new Event.Pictured(run, "generated", 1, 1, "pictures/generated/epoch-0001.png"),
        new Event.EpochDone(run, 1, 0.5),
        new Event.Swapped(run, "loss", "kd-kl", 1, "1.0.0 (3f2a)", "1.1.0 (77c0)"),
        new Event.Resumed(run, 3, 12),
        new Event.SwapRefused(
            run, "loss", "kd-kl", 1, "1.1.0 (77c0)", "2.0.0 (b01d)", "its state is of no use"),
        new Event.Evaluated(run, "validation", Map.of("accuracy", 0.9)),
        new Event.Published(run, "student", "0".repeat(64)),
        new Event.Finished(run, 1.5),
        new Event.Failed(run, "the loss is not a number"));
  }
}

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

  /** The observer under test. */
  protected abstract Observer observer();

  @Override
  final Plugin service() {
    return observer();
  }

  @Test
  void itTakesEveryTypeOfEvent() {
    var observer = observer();

    assertThat(events().stream().<Class<?>>map(Event::getClass))
        .containsExactlyInAnyOrder(Event.class.getPermittedSubclasses());
    assertThatNoException().isThrownBy(() -> events().forEach(observer::on));
  }

  @Test
  void itTakesARunThatFailsBeforeItsFirstStage() {
    var observer = observer();

    assertThatNoException().isThrownBy(() -> observer.on(new Event.Failed(RUN, "no memory left")));
  }

  private static List<Event> events() {
    return List.of(
        new Event.StageStarted(RUN, "distil", 10),
        new Event.StepDone(RUN, 1, 1),
        new Event.Reported(RUN, "train/loss", 1, 1, 2.3),
        new Event.EpochDone(RUN, 1, 0.5),
        new Event.Evaluated(RUN, "validation", Map.of("accuracy", 0.9)),
        new Event.Published(RUN, "student", "0".repeat(64)),
        new Event.Swapped(RUN, "loss", "kd-kl", 1, "1.0.0 (3f2a)", "1.1.0 (77c0)"),
        new Event.SwapRefused(
            RUN, "loss", "kd-kl", 1, "1.0.0 (3f2a)", "1.1.0 (77c0)", "its options differ"),
        new Event.Finished(RUN, 1.5),
        new Event.Failed(RUN, "the loss is not a number"));
  }
}

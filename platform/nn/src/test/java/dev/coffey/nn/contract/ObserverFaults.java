package dev.coffey.nn.contract;

import dev.coffey.api.Event;
import dev.coffey.api.Observer;
import dev.coffey.api.contract.ObserverContract;
import java.util.HashSet;
import java.util.Set;

final class ObserverFaults {
  private ObserverFaults() {}

  @Finds("itTakesEventsOfSeveralRunsAtOnce")
  static class KnowsOneRun extends ObserverContract {
    @Override
    protected Observer observer() {
      return new Observer() {
        private volatile String current = "";

        @Override
        public void on(Event event) {
          if (event instanceof Event.StageStarted) {
            current = event.run();
          } else if (!current.isEmpty() && !event.run().equals(current)) {
            throw new IllegalStateException("another run is under way");
          }
        }
      };
    }
  }

  @Finds("itTakesARunOnceMoreAfterItsEnd")
  static class NeverForgets extends ObserverContract {
    @Override
    protected Observer observer() {
      return new Observer() {
        private final Set<String> started = new HashSet<>();

        @Override
        public synchronized void on(Event event) {
          if (event instanceof Event.StageStarted && !started.add(event.run())) {
            throw new IllegalStateException("the run has started already");
          }
        }
      };
    }
  }

  @Finds("itTakesARunThatFailsBeforeItsFirstStage")
  static class WantsAStage extends ObserverContract {
    @Override
    protected Observer observer() {
      return new Observer() {
        private volatile boolean started;

        @Override
        public void on(Event event) {
          started |= event instanceof Event.StageStarted;
          if (!started) {
            throw new IllegalStateException("no stage has started");
          }
        }
      };
    }
  }

  /** Whoever doesn't take an event takes no run with it. */
  @Finds({
    "itTakesEveryTypeOfEvent",
    "itTakesARunOnceMoreAfterItsEnd",
    "itTakesEventsOfSeveralRunsAtOnce"
  })
  static class KnowsNoSwaps extends ObserverContract {
    @Override
    protected Observer observer() {
      return event -> {
        if (event instanceof Event.Swapped) {
          throw new IllegalArgumentException("unknown event " + event);
        }
      };
    }
  }
}

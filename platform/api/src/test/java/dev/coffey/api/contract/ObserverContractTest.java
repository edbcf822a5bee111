package dev.coffey.api.contract;

import dev.coffey.api.Event;
import dev.coffey.api.Observer;

class ObserverContractTest extends ObserverContract {
  @Override
  protected Observer observer() {
    return new RunNames();
  }

  private static final class RunNames implements Observer {
    @Override
    public void on(Event event) {
      if (event.run().isBlank()) {
        throw new IllegalArgumentException("an event without a run");
      }
    }
  }
}

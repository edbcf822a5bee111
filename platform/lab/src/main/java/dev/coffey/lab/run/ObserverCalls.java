package dev.coffey.lab.run;

import dev.coffey.api.Event;
import dev.coffey.api.Observer;
import dev.coffey.lab.experiment.Resolved;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands events to observer services; what they throw is logged and forgotten. */
public final class ObserverCalls implements Consumer<Event> {
  private static final Logger LOG = LoggerFactory.getLogger(ObserverCalls.class);

  private volatile Resolved<Observer> observer;

  private ObserverCalls(Resolved<Observer> observer) {
    this.observer = observer;
  }

  /** One listener for each of {@code observers}. */
  public static List<ObserverCalls> of(List<Resolved<Observer>> observers) {
    return observers.stream().map(ObserverCalls::new).toList();
  }

  /** From now on another version is told. */
  void exchange(Resolved<Observer> other) {
    observer = other;
  }

  @Override
  public void accept(Event event) {
    Resolved<Observer> told = observer;
    try {
      told.service().on(event);
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("observer {} failed on {}", told.offer().id(), event, e);
    }
  }
}

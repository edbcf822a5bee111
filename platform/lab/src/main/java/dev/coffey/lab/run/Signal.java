package dev.coffey.lab.run;

import dev.coffey.api.Event;
import dev.coffey.api.Progress;
import java.util.List;
import java.util.function.Consumer;

/** Sends the events of one run to everybody who listens. */
final class Signal {
  private final String run;
  private final List<Consumer<Event>> listeners;

  Signal(String run, List<Consumer<Event>> listeners) {
    this.run = run;
    this.listeners = List.copyOf(listeners);
  }

  String run() {
    return run;
  }

  void send(Event event) {
    listeners.forEach(listener -> listener.accept(event));
  }

  void report(String series, Progress progress, double value) {
    send(new Event.Reported(run, series, progress.epoch(), progress.step(), value));
  }
}

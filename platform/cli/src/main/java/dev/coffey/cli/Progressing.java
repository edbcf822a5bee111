package dev.coffey.cli;

import dev.coffey.api.Event;
import java.util.function.Consumer;

/** Progress in the form that suits standard error. */
record Progressing(Consumer<Event> form) implements Consumer<Event>, AutoCloseable {
  static Progressing shown(boolean quiet) {
    if (quiet) {
      return new Progressing(event -> {});
    }
    return new Progressing(
        Terminal.ofLauncher().progress()
            ? new ProgressBars(System.err)
            : new ProgressLines(System.err, ""));
  }

  @Override
  public void accept(Event event) {
    form.accept(event);
  }

  @Override
  public void close() {
    if (form instanceof ProgressBars bars) {
      bars.close();
    }
  }
}

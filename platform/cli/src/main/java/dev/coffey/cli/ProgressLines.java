package dev.coffey.cli;

import dev.coffey.api.Event;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Consumer;

/** Progress where standard error is no terminal: a line where a run begins and where it ends. */
final class ProgressLines implements Consumer<Event> {
  private final PrintStream err;

  ProgressLines(PrintStream err) {
    this.err = err;
  }

  @Override
  public void accept(Event event) {
    if (event instanceof Event.StageStarted stage && stage.totalSteps() > 1) {
      err.printf("%s: %s, %d steps%n", stage.run(), stage.stage(), stage.totalSteps());
    } else if (event instanceof Event.Finished finished) {
      err.printf(Locale.ROOT, "%s: done in %.1f s%n", finished.run(), finished.seconds());
    } else if (event instanceof Event.Failed failed) {
      err.printf("%s: failed: %s%n", failed.run(), failed.message());
    }
  }
}

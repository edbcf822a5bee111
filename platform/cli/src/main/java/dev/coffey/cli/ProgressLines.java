package dev.coffey.cli;

import dev.coffey.api.Event;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Consumer;

/** Progress where standard error is no terminal: a line where a run begins and where it ends. */
final class ProgressLines implements Consumer<Event> {
  private final PrintStream err;
  private final String prefix;

  /** {@code prefix}: what every line begins with. */
  ProgressLines(PrintStream err, String prefix) {
    this.err = err;
    this.prefix = prefix;
  }

  @Override
  public void accept(Event event) {
    if (event instanceof Event.StageStarted stage && stage.totalSteps() > 1) {
      tell("%s: %s, %d steps", stage.run(), stage.stage(), stage.totalSteps());
    } else if (event instanceof Event.Finished finished) {
      tell("%s: done in %.1f s", finished.run(), finished.seconds());
    } else if (event instanceof Event.Failed failed) {
      tell("%s: failed: %s", failed.run(), failed.message());
    } else if (event instanceof Event.Resumed resumed) {
      tell("%s: goes on after %d steps", resumed.run(), resumed.step());
    } else if (event instanceof Event.Swapped swap) {
      tell(
          "%s: after epoch %d %s %s goes on in version %s",
          swap.run(), swap.epoch(), swap.kind(), swap.id(), swap.to());
    } else if (event instanceof Event.SwapRefused refused) {
      tell(
          "%s: after epoch %d %s %s stays in version %s, not %s: %s",
          refused.run(),
          refused.epoch(),
          refused.kind(),
          refused.id(),
          refused.from(),
          refused.to(),
          refused.reason());
    }
  }

  private void tell(String format, Object... values) {
    err.println(prefix + String.format(Locale.ROOT, format, values));
  }
}

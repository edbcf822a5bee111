package dev.coffey.cli;

import dev.coffey.api.Event;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Consumer;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** One progress bar a training stage, on standard error. */
final class ProgressBars implements Consumer<Event>, AutoCloseable {
  private final PrintStream err;
  private ProgressBar bar;

  ProgressBars(PrintStream err) {
    this.err = err;
  }

  @Override
  public void accept(Event event) {
    if (event instanceof Event.StageStarted stage) {
      close();
      bar = stage.totalSteps() > 1 ? open(stage) : null;
    } else if (bar != null && event instanceof Event.StepDone step) {
      bar.stepTo(step.step());
    } else if (bar != null
        && event instanceof Event.Reported point
        && point.series().equals("validation/accuracy")) {
      bar.setExtraMessage(String.format(Locale.ROOT, "%.1f %%", 100 * point.value()));
    } else if (bar != null && event instanceof Event.Swapped swap) {
      bar.setExtraMessage(swap.id() + " " + swap.to());
    } else if (event instanceof Event.Finished) {
      close();
    } else if (event instanceof Event.Failed failed) {
      close();
      err.println(failed.run() + ": failed: " + failed.message());
    }
  }

  private ProgressBar open(Event.StageStarted stage) {
    return new ProgressBarBuilder()
        .setTaskName(stage.run() + " " + stage.stage())
        .setInitialMax(stage.totalSteps())
        .setStyle(ProgressBarStyle.UNICODE_BLOCK)
        .setUpdateIntervalMillis(200)
        .setConsumer(new ConsoleProgressBarConsumer(err))
        .build();
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}

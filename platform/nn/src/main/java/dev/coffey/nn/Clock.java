package dev.coffey.nn;

import dev.coffey.api.Progress;

/** Where the run stands: stage, epoch, step. Random streams start anew whenever the era changes. */
final class Clock {
  private String stage = "";
  private Progress progress = new Progress(0, 0, 1);
  private long era;
  private long mark;

  void stage(String name, long totalSteps) {
    if (totalSteps < 1) {
      throw new IllegalArgumentException(
          "the stage '%s' must have at least 1 step, but has %d".formatted(name, totalSteps));
    }
    stage = name;
    progress = new Progress(0, 0, totalSteps);
    era++;
    mark = 0;
  }

  void advance(int epoch, long step) {
    if (epoch != progress.epoch()) {
      era++;
      mark = 0;
    }
    progress = new Progress(epoch, step, progress.totalSteps());
  }

  /** Starts a new era within the epoch, at the current step. */
  void mark() {
    era++;
    mark = progress.step();
  }

  String stage() {
    return stage;
  }

  Progress progress() {
    return progress;
  }

  /** Changes with every stage, every epoch, and every mark. */
  long era() {
    return era;
  }

  /** Seed of the stream {@code name} for the current era. */
  long seed(long runSeed, String name) {
    String epoch = "epoch-" + progress.epoch();
    return mark == 0
        ? Seeds.derive(runSeed, stage, name, epoch)
        : Seeds.derive(runSeed, stage, name, epoch, "step-" + mark);
  }

  @Override
  public String toString() {
    return "step %d of stage '%s' (epoch %d)".formatted(progress.step(), stage, progress.epoch());
  }
}

package dev.coffey.nn.optim;

import dev.coffey.api.Option;
import java.util.List;

/**
 * How the learning rate changes over a stage: a pure function of the share of the stage that is
 * done, so that it needs no state and resuming is exact.
 */
public record ScheduleOptions(
    @Option(value = "constant", help = "constant, step (falls at milestones) or cosine (to 0)")
        Name name,
    @Option(
            value = "0",
            min = 0,
            max = 1,
            help = "share of the stage, in [0, 1), over which the rate rises linearly from 0")
        double warmup,
    @Option(
            value = "[0.5, 0.75]",
            help = "for step: shares of the stage, rising, at which the rate falls")
        List<Double> milestones,
    @Option(value = "0.1", min = 0, max = 1, help = "for step: factor at each milestone")
        double gamma) {

  /** The schedules there are. */
  public enum Name {
    /** The same rate throughout. */
    CONSTANT,
    /** Falls by a factor at each milestone. */
    STEP,
    /** Half a cosine from 1 to 0, after the warm-up. */
    COSINE
  }

  /** Checks that shares are shares, and milestones rise. */
  public ScheduleOptions {
    if (!(warmup >= 0 && warmup < 1)) {
      throw new IllegalArgumentException("warmup must be in [0, 1), but is " + warmup);
    }
    if (!(gamma >= 0 && gamma <= 1)) {
      throw new IllegalArgumentException("gamma must be in [0, 1], but is " + gamma);
    }
    milestones = List.copyOf(milestones);
    double last = 0;
    for (double milestone : milestones) {
      if (!(milestone > last && milestone < 1)) {
        throw new IllegalArgumentException(
            "milestones must rise within (0, 1), but are " + milestones);
      }
      last = milestone;
    }
  }

  /** The same rate throughout. */
  public static ScheduleOptions constant() {
    return new ScheduleOptions(Name.CONSTANT, 0, List.of(), 0.1);
  }

  /** Half a cosine down to 0, after a linear rise over {@code warmup} of the stage. */
  public static ScheduleOptions cosine(double warmup) {
    return new ScheduleOptions(Name.COSINE, warmup, List.of(), 0.1);
  }

  /** Falls by {@code gamma} at each milestone. */
  public static ScheduleOptions step(double gamma, Double... milestones) {
    return new ScheduleOptions(Name.STEP, 0, List.of(milestones), gamma);
  }

  /**
   * The learning rate where {@code fraction} of the stage is done.
   *
   * @param base the rate before the schedule
   * @param fraction in [0, 1]
   */
  public double learningRate(double base, double fraction) {
    double rise = fraction < warmup ? fraction / warmup : 1;
    return base
        * rise
        * switch (name) {
          case CONSTANT -> 1;
          case STEP -> Math.pow(gamma, milestonesPassed(fraction));
          case COSINE -> cosineAt(Math.max(0, fraction - warmup) / (1 - warmup));
        };
  }

  private double milestonesPassed(double fraction) {
    return (double) milestones.stream().filter(milestone -> fraction >= milestone).count();
  }

  private static double cosineAt(double share) {
    return (1 + Math.cos(Math.PI * Math.min(1, share))) / 2;
  }
}

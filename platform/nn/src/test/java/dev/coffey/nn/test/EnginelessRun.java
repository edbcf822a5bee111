package dev.coffey.nn.test;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.coffey.api.Run;
import java.util.SplittableRandom;

/**
 * A run that has options and random numbers, and nothing of an engine: enough to open a dataset.
 */
public final class EnginelessRun {
  private EnginelessRun() {}

  /** With seed 1. */
  public static Run with(Record options) {
    return with(options, 1);
  }

  /** {@code options}: whatever is asked for. */
  public static Run with(Record options, long seed) {
    Run run = mock(Run.class);
    when(run.options(any())).thenReturn(options);
    when(run.random()).thenReturn(new SplittableRandom(seed));
    return run;
  }
}

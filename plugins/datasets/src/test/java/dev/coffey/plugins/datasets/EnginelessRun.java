package dev.coffey.plugins.datasets;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.coffey.api.Run;
import java.util.SplittableRandom;

/**
 * A run that has options and random numbers, and nothing of an engine: enough to open a dataset.
 */
final class EnginelessRun {
  private EnginelessRun() {}

  static Run with(Record options) {
    return with(options, 1);
  }

  static Run with(Record options, long seed) {
    Run run = mock(Run.class);
    when(run.options(any())).thenReturn(options);
    when(run.random()).thenReturn(new SplittableRandom(seed));
    return run;
  }
}

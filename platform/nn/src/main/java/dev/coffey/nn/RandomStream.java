package dev.coffey.nn;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * One sequence for one scope. It starts anew with every stage, epoch and mark, so that a run
 * resumed there draws the same numbers without any generator's state having been saved.
 */
final class RandomStream implements RandomGenerator {
  private final long seed;
  private final String scope;
  private final Clock clock;
  private RandomGenerator current = new SplittableRandom(0);
  private long era = -1;

  RandomStream(long seed, String scope, Clock clock) {
    this.seed = seed;
    this.scope = scope;
    this.clock = clock;
  }

  @Override
  public long nextLong() {
    if (era != clock.era()) {
      era = clock.era();
      current = new SplittableRandom(clock.seed(seed, scope));
    }
    return current.nextLong();
  }
}

package dev.coffey.plugins.bss;

import dev.coffey.api.Metric;

/** The same contract for the other figure. */
class AngularSimilarityTest extends BoundarySimilarityTest {
  @Override
  protected Metric metric() {
    return new BoundarySimilarity(Figure.ANGLE);
  }

  @Override
  protected String id() {
    return "ang-sim";
  }
}

package dev.coffey.plugins.augment;

import java.util.random.RandomGenerator;

/**
 * The distribution Beta(alpha, alpha) on [0, 1]. Sources: Jöhnk 1964 up to 1, Ulrich 1984 above;
 * both in Devroye, "Non-Uniform Random Variate Generation", IX.3.
 *
 * @param alpha above 0; the larger, the nearer to one half
 */
record SymmetricBeta(double alpha) {
  double draw(RandomGenerator random) {
    return alpha <= 1 ? johnk(random) : ulrich(random);
  }

  private double johnk(RandomGenerator random) {
    while (true) {
      // logarithms, for the powers themselves are 0 where alpha is small
      double logX = Math.log(1 - random.nextDouble()) / alpha;
      double logY = Math.log(1 - random.nextDouble()) / alpha;
      if (Math.exp(logX) + Math.exp(logY) <= 1) {
        return 1 / (1 + Math.exp(logY - logX));
      }
    }
  }

  private double ulrich(RandomGenerator random) {
    double radius = Math.sqrt(1 - Math.pow(random.nextDouble(), 2 / (2 * alpha - 1)));
    return (1 + radius * Math.cos(2 * Math.PI * random.nextDouble())) / 2;
  }
}

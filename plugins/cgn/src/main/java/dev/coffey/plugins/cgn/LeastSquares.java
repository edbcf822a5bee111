package dev.coffey.plugins.cgn;

import ai.djl.ndarray.NDArray;

/**
 * Adversarial losses on scores, (N, 1), 1 standing for real and 0 for made. Scalars, means over the
 * batch. Source: Mao et al. 2017 (least squares GAN).
 */
final class LeastSquares {
  private LeastSquares() {}

  /** The generator's: (D(made) − 1)². */
  static NDArray generator(NDArray made) {
    return made.sub(1f).square().mean();
  }

  /** The discriminator's: ½·[(D(real) − 1)² + D(made)²]. */
  static NDArray discriminator(NDArray real, NDArray made) {
    return real.sub(1f).square().mean().add(made.square().mean()).mul(0.5f);
  }
}

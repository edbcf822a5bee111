package dev.coffey.plugins.classical;

import ai.djl.ndarray.NDArray;
import dev.coffey.plugins.classical.Negatives.Pairs;

/**
 * Noise-contrastive estimation: {@code −(1/N) Σᵢ (log(aᵢᵢ / (aᵢᵢ + q + ε)) + Σⱼ log(q / (aᵢⱼ + q +
 * ε)))}, j over the negatives of i, with {@code a = exp(⟨anchor, row⟩ / τ) / Z}, {@code q} the
 * number of negatives over that of samples n, ε = 1e-7.
 *
 * <p>Z is what the authors' code takes from the first batch, n times the mean of {@code exp(⟨·,·⟩ /
 * τ)}, but in expectation over the banks' uniform first rows, {@code n · exp(1 / (2 · width ·
 * τ²))}: theirs makes the whole run depend on one batch.
 *
 * @param temperature τ
 * @param logZ logarithm of Z
 * @param noise q
 */
record NoiseContrast(float temperature, float logZ, float noise) {
  private static final float EPSILON = 1e-7f;

  static NoiseContrast of(ContrastiveOptions options) {
    double temperature = options.temperature();
    double logZ =
        Math.log(options.samples()) + 1 / (2 * options.width() * temperature * temperature);
    return new NoiseContrast(
        (float) temperature, (float) logZ, (float) options.negatives() / options.samples());
  }

  /** {@code anchors}: (N, width); {@code bank}: (n, width). */
  NDArray value(NDArray anchors, NDArray bank, Pairs pairs) {
    var logA = anchors.matMul(bank.transpose()).div(temperature).sub(logZ);
    var logSum = logA.exp().add(noise + EPSILON).log();
    var positive = pairs.positive().mul(logA.sub(logSum));
    var negative = pairs.negative().mul(logSum.neg().add((float) Math.log(noise)));
    return positive.add(negative).sum().div((float) anchors.getShape().get(0)).neg();
  }
}

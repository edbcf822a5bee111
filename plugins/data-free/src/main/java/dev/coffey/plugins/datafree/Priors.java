package dev.coffey.plugins.datafree;

import ai.djl.ndarray.NDArray;

/**
 * What a generator can be asked for without data: images that look to the teacher as data would.
 * Scalars, means over the batch; {@code logits}: the teacher's, (N, K). Source, except for {@link
 * #label}: Chen et al. 2019 (DAFL, ICCV).
 */
final class Priors {
  private static final float LN_10 = (float) Math.log(10);

  private Priors() {}

  /** Cross-entropy of the teacher's decision: small where it is sure of it. In nats. */
  static NDArray oneHot(NDArray logits) {
    // the logarithm of the largest probability
    return logits.logSoftmax(1).max(new int[] {1}).mean().neg();
  }

  /**
   * Σₖ pₖ log₁₀ pₖ with p the batch's mean of softmax(logits): smallest, −log₁₀ K, where classes
   * are equally frequent. The authors' code takes decimal logarithms.
   */
  static NDArray informationEntropy(NDArray logits) {
    NDArray frequencies = logits.softmax(1).mean(new int[] {0});
    return frequencies.mul(frequencies.add(1e-12f).log()).sum().div(LN_10);
  }

  /** −mean |φ|: {@code features} of any shape, which data activates more than noise does. */
  static NDArray activation(NDArray features) {
    return features.abs().mean().neg();
  }

  /**
   * Cross-entropy of given labels, in nats. {@code labels}: one-hot, (N, K). Source: Yu et al. 2021
   * (CGDD), conditional term; Do et al. 2022 (MAD), class term.
   */
  static NDArray label(NDArray logits, NDArray labels) {
    return logits.logSoftmax(1).mul(labels).sum(new int[] {1}).mean().neg();
  }
}

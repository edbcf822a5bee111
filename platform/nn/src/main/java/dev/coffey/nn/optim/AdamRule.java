package dev.coffey.nn.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/**
 * Adam and AdamW by the engine's fused Adam operator. The operator adds ε to the root of the
 * uncorrected second moment; scaling ε by √(1 − β₂ᵗ) makes it the published formula. AdamW's decay
 * is a product in place: DJL's own AdamW makes an array at every call that nobody closes.
 */
final class AdamRule implements UpdateRule {
  private static final float NO_CLIPPING = -1;

  private final double beta1;
  private final double beta2;
  private final double epsilon;
  private final boolean decoupled;

  AdamRule(OptimizerOptions options, boolean decoupled) {
    this.beta1 = options.beta1();
    this.beta2 = options.beta2();
    this.epsilon = options.epsilon();
    this.decoupled = decoupled;
  }

  @Override
  public int states() {
    return 2;
  }

  @Override
  public boolean clears(NDArray weight) {
    return UpdateRule.areTorchs(weight);
  }

  @Override
  public void apply(NDList arrays, Step step) {
    NDArray weight = UpdateRule.weight(arrays);
    if (decoupled && step.decay() > 0) {
      weight.muli(1 - step.rate() * step.decay());
    }
    double count = step.count();
    double root = Math.sqrt(1 - Math.pow(beta2, count));
    double corrected = step.rate() * root / (1 - Math.pow(beta1, count));
    weight
        .getNDArrayInternal()
        .adamUpdate(
            arrays,
            new NDList(weight),
            step.rate(),
            (float) corrected,
            decoupled ? 0 : step.decay(),
            step.scale(),
            NO_CLIPPING,
            (float) beta1,
            (float) beta2,
            (float) (epsilon * root),
            false,
            false);
  }
}

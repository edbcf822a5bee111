package dev.coffey.nn.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/** The arithmetic of one optimiser for one weight. */
interface UpdateRule {
  /** How many arrays of the weight's shape it remembers. */
  int states();

  /**
   * Changes the weight in place.
   *
   * @param arrays the weight, its gradient, then the state
   * @param step what this step needs to know
   */
  void apply(NDList arrays, Step step);

  /** Whether {@link #apply} leaves the gradient of {@code weight} zero, if it was the one taken. */
  boolean clears(NDArray weight);

  /** PyTorch's fused operators, as DJL calls them, leave a gradient of zeros. */
  static boolean areTorchs(NDArray weight) {
    return weight.getManager().getEngine().getEngineName().equals("PyTorch");
  }

  /**
   * Numbers of one step.
   *
   * @param count steps of this weight, this one included
   * @param rate learning rate
   * @param decay weight decay of this weight
   * @param scale factor for the gradient, before decay is added
   */
  record Step(double count, float rate, float decay, float scale) {}

  /** The rule that {@code options} ask for. */
  static UpdateRule of(OptimizerOptions options) {
    return switch (options.name()) {
      case SGD -> new MomentumRule((float) options.momentum(), options.nesterov());
      case ADAM -> new AdamRule(options, false);
      case ADAMW -> new AdamRule(options, true);
    };
  }

  /** Weight of {@code arrays}. */
  static NDArray weight(NDList arrays) {
    return arrays.get(0);
  }
}

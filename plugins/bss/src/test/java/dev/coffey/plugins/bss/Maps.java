package dev.coffey.plugins.bss;

import ai.djl.ndarray.NDArray;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.nn.block.Staged;

/** Linear classifiers without parameters, whose boundaries are known. */
final class Maps {
  private Maps() {}

  /** {@code logits = x · weights}; {@code weights}: one row an input, one column a class. */
  static Network linear(Run run, String role, float[][] weights) {
    return run.build(
        role,
        Staged.builder()
            .apply(x -> rows(x).matMul(x.getManager().create(weights)))
            .tap("logits")
            .build(),
        run.data().input());
  }

  private static NDArray rows(NDArray x) {
    return x.reshape(x.getShape().get(0), -1);
  }
}

package dev.coffey.plugins.bss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Tensors;

/** What a classifier says, float32, (N, K), and its decisions. */
final class Logits {
  private Logits() {}

  /** {@code x}: (N, …). */
  static NDArray of(Network network, NDArray x, Mode mode) {
    return network.forward(Tensors.of("x", x), mode).get("logits");
  }

  /** 1 where the most probable class is the one in {@code classes}, int32, (N); else 0: float32. */
  static NDArray decide(NDArray logits, NDArray classes) {
    return logits
        .argMax(1)
        .toType(DataType.INT32, false)
        .eq(classes)
        .toType(DataType.FLOAT32, false);
  }

  /** One row a sample with 1 at its class, else 0: float32, as {@code logits}. */
  static NDArray oneHot(NDArray classes, NDArray logits) {
    return classes.oneHot(Math.toIntExact(logits.getShape().get(1)), DataType.FLOAT32);
  }
}

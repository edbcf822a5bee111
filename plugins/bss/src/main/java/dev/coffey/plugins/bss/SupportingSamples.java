package dev.coffey.plugins.bss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Optional;

/**
 * Samples that were moved to the teacher's boundary.
 *
 * @param x float32, (N', …)
 * @param teacher the teacher's logits for them, float32, (N', K)
 */
record SupportingSamples(NDArray x, NDArray teacher) {
  /** Those where {@code kept}, float32, (N'), is 1 and not 0; none if it is 0 everywhere. */
  Optional<SupportingSamples> where(NDArray kept) {
    int count = (int) kept.sum().getFloat();
    if (count == 0) {
      return Optional.empty();
    }
    var rows = kept.argSort(0, false).get(":" + count).toType(DataType.INT32, false);
    return Optional.of(new SupportingSamples(x.get(rows), teacher.get(rows)));
  }
}

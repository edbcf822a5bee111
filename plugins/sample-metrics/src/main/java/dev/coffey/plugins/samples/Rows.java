package dev.coffey.plugins.samples;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/** Rows of numbers that come in batches, kept as they come. */
final class Rows {
  private final List<float[]> batches = new ArrayList<>();
  private int count;
  private int width;

  /** {@code rows}: float32, (N, d), with the same d each time. */
  void add(NDArray rows) {
    batches.add(rows.toFloatArray());
    count += Math.toIntExact(rows.getShape().get(0));
    width = Math.toIntExact(rows.getShape().get(1));
  }

  /** Number of rows. */
  int count() {
    return count;
  }

  /** All of them in double precision: (N, d). */
  DMatrixRMaj matrix() {
    var matrix = new DMatrixRMaj(count, width);
    int at = 0;
    for (float[] batch : batches) {
      for (float value : batch) {
        matrix.data[at++] = value;
      }
    }
    return matrix;
  }
}

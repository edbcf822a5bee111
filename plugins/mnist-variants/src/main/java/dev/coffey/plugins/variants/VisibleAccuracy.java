package dev.coffey.plugins.variants;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.coffey.api.Metric;
import dev.coffey.api.Run;
import dev.coffey.api.ShapeMismatch;
import dev.coffey.api.Tensors;
import java.util.Map;

/**
 * Accuracy over the samples that can be seen, those whose {@code batch/visible}, (N), is 1; {@code
 * visible-accuracy/share} is how many these are, of all. Both in [0, 1]; the accuracy is 0 where
 * nothing can be seen. Reads {@code student/logits}, (N, K), and {@code batch/y}, (N); of equal
 * logits the lowest class counts.
 */
final class VisibleAccuracy implements Metric {
  static final String ID = "visible-accuracy";

  @Override
  public Meter open(Run run) {
    return new Counts();
  }

  private static final class Counts implements Meter {
    private double right;
    private double visible;
    private long samples;

    @Override
    public void add(Tensors outputs) {
      NDArray logits = outputs.get("student/logits");
      NDArray labels = outputs.get("batch/y");
      NDArray seen = outputs.get("batch/visible");
      var perSample = logits.getShape().slice(0, 1);
      if (!labels.getShape().equals(perSample) || !seen.getShape().equals(perSample)) {
        throw new ShapeMismatch(
            "student/logits, batch/y and batch/visible must have a row a sample, but are %s, %s, %s"
                .formatted(logits.getShape(), labels.getShape(), seen.getShape()));
      }
      NDArray hits = logits.argMax(1).toType(DataType.INT32, false).eq(labels);
      right += hits.toType(DataType.FLOAT32, false).mul(seen).sum().getFloat();
      visible += seen.sum().getFloat();
      samples += seen.size();
    }

    @Override
    public Map<String, Double> read() {
      if (samples == 0) {
        return Map.of();
      }
      return Map.of(ID, visible == 0 ? 0 : right / visible, ID + "/share", visible / samples);
    }
  }
}

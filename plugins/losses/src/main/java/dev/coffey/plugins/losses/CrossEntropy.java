package dev.coffey.plugins.losses;

import ai.djl.ndarray.NDArray;
import dev.coffey.api.Loss;
import dev.coffey.api.Run;
import dev.coffey.api.ShapeMismatch;
import java.util.Map;

/**
 * Cross-entropy with the hard labels: {@code −Σ q log softmax(student)}, averaged over the batch,
 * in nats. {@code q} is the one-hot label, or, with label smoothing ε, {@code (1 − ε) · one-hot + ε
 * / K}.
 *
 * <p>{@code student}: logits, float32, (N, K). {@code labels}: class ids in [0, K), int32, (N).
 * Throws {@link ShapeMismatch} if they have different numbers of rows. Source of label smoothing:
 * Szegedy, Vanhoucke, Ioffe, Shlens, Wojna 2016, section 7.
 */
final class CrossEntropy implements Loss {
  @Override
  public Class<? extends Record> options() {
    return CrossEntropyOptions.class;
  }

  @Override
  public Map<String, String> inputs() {
    return Map.of("student", "student/logits", "labels", "batch/y");
  }

  @Override
  public Term open(Run run) {
    var smoothing = run.options(CrossEntropyOptions.class).labelSmoothing();
    return inputs -> value(inputs.get("student"), inputs.get("labels"), smoothing);
  }

  private static NDArray value(NDArray student, NDArray labels, double smoothing) {
    var shape = student.getShape();
    if (shape.dimension() != 2 || !labels.getShape().equals(shape.slice(0, 1))) {
      throw new ShapeMismatch(
          "student and labels must be of shapes (N, K) and (N), but are %s and %s"
              .formatted(shape, labels.getShape()));
    }
    var classes = Math.toIntExact(shape.get(1));
    var even = (float) (smoothing / classes);
    // oneHot with values of its own is missing on PyTorch
    var one = labels.oneHot(classes, student.getDataType());
    var target = smoothing == 0 ? one : one.mul((float) (1 - smoothing)).add(even);
    return SoftCrossEntropy.value(student, target);
  }
}

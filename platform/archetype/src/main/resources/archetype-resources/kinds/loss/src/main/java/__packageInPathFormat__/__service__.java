package ${package};

import ai.djl.ndarray.NDArray;
import dev.coffey.api.Loss;
import dev.coffey.api.Run;
import dev.coffey.api.ShapeMismatch;
import dev.coffey.api.Tensors;
import java.util.Map;

/**
 * The focal loss: {@code −(1 − p)^γ · log p} for the true class's probability p, averaged over the
 * batch, in nats. Samples that are right already count less.
 *
 * <p>{@code student}: logits, float32, (N, K). {@code labels}: class ids, (N). Source: Lin, Goyal,
 * Girshick, He, Dollár 2017, equation 4.
 */
final class ${service} implements Loss {
  @Override
  public Class<${stem}Options> options() {
    return ${stem}Options.class;
  }

  @Override
  public Map<String, String> inputs() {
    return Map.of("student", "student/logits", "labels", "batch/y");
  }

  @Override
  public Term open(Run run) {
    double gamma = run.options(${stem}Options.class).gamma();
    return inputs -> value(inputs, gamma);
  }

  private static NDArray value(Tensors inputs, double gamma) {
    NDArray logits = inputs.get("student");
    NDArray labels = inputs.get("labels");
    if (!labels.getShape().equals(logits.getShape().slice(0, 1))) {
      throw new ShapeMismatch(
          "student and labels must be of shapes (N, K) and (N), but are %s and %s"
              .formatted(logits.getShape(), labels.getShape()));
    }
    NDArray oneHot = labels.oneHot((int) logits.getShape().get(1));
    NDArray logLikelihood = logits.logSoftmax(1).mul(oneHot).sum(new int[] {1});
    NDArray missing = logLikelihood.exp().neg().add(1f);
    return missing.pow(gamma).mul(logLikelihood).mean().neg();
  }
}

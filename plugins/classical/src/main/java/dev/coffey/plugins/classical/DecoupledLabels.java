package dev.coffey.plugins.classical;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.coffey.api.Loss;
import dev.coffey.api.Run;
import dev.coffey.api.ShapeMismatch;
import dev.coffey.api.Tensors;
import java.util.Map;

/**
 * Decoupled soft labels: {@code T² · (α · KL(b ‖ b') + β · KL(r ‖ r'))}, averaged over the batch,
 * in nats. With {@code p = softmax(teacher / T)} and the label y, {@code b = (p[y], 1 − p[y])} says
 * how sure the teacher is of the label (TCKD), and {@code r = p[k ≠ y] / (1 − p[y])} is its opinion
 * of the other classes (NCKD); b' and r' are the student's. The whole is multiplied by min(epoch /
 * warm-up, 1).
 *
 * <p>{@code student}, {@code teacher}: logits, float32, (N, K), K at least 2. {@code labels}: class
 * ids in [0, K), int32, (N). Throws {@link ShapeMismatch} if they do not fit. Source: Zhao, Cui,
 * Song, Qiu, Liang 2022, "Decoupled Knowledge Distillation", equation 7; T² and warm-up from its
 * code.
 */
final class DecoupledLabels implements Loss {
  /** Takes the label's class out of a softmax. */
  private static final float MASK = 1e6f;

  @Override
  public Class<? extends Record> options() {
    return DecoupledLabelsOptions.class;
  }

  @Override
  public Map<String, String> inputs() {
    return Map.of("student", "student/logits", "teacher", "teacher/logits", "labels", "batch/y");
  }

  @Override
  public Term open(Run run) {
    var options = run.options(DecoupledLabelsOptions.class);
    var warmUp = new WarmUp(run, options.warmUpEpochs());
    return inputs -> value(inputs, options).mul(warmUp.factor());
  }

  private static NDArray value(Tensors inputs, DecoupledLabelsOptions options) {
    var student = inputs.get("student");
    var teacher = inputs.get("teacher");
    var labels = inputs.get("labels");
    check(student, teacher, labels);
    var classes = Math.toIntExact(student.getShape().get(1));
    var label = labels.oneHot(classes, DataType.FLOAT32);
    var temperature = (float) options.temperature();
    var own = Opinion.of(student.div(temperature), label);
    var other = Opinion.of(teacher.div(temperature), label);
    return other
        .target(own)
        .mul((float) options.alpha())
        .add(other.rest(own, label).mul((float) options.beta()))
        .mean()
        .mul(temperature * temperature);
  }

  private static void check(NDArray student, NDArray teacher, NDArray labels) {
    ShapeMismatch.check("student", student, "teacher", teacher);
    var shape = student.getShape();
    if (shape.dimension() != 2
        || shape.get(1) < 2
        || !labels.getShape().equals(shape.slice(0, 1))) {
      throw new ShapeMismatch(
          "student and labels must be of shapes (N, K), K at least 2, and (N), but are %s and %s"
              .formatted(shape, labels.getShape()));
    }
  }

  /**
   * Logarithms of probabilities: of the label, (N); of all other classes together, (N); of each
   * class among those others, (N, K), of no meaning at the label.
   */
  private record Opinion(NDArray logLabel, NDArray logRest, NDArray logOthers) {
    /**
     * No logarithm of a probability that has become 0 appears: {@code log(1 − p[y]) = log p[k] −
     * log r[k]} for every k ≠ y, here as the mean over them.
     */
    static Opinion of(NDArray logits, NDArray label) {
      var logAll = logits.logSoftmax(1);
      var logOthers = logits.sub(label.mul(MASK)).logSoftmax(1);
      long others = label.getShape().get(1) - 1;
      var logRest = without(label, logAll.sub(logOthers)).div((float) others);
      return new Opinion(logAll.mul(label).sum(new int[] {1}), logRest, logOthers);
    }

    NDArray target(Opinion student) {
      return logLabel
          .exp()
          .mul(logLabel.sub(student.logLabel))
          .add(logRest.exp().mul(logRest.sub(student.logRest)));
    }

    NDArray rest(Opinion student, NDArray label) {
      return without(label, logOthers.exp().mul(logOthers.sub(student.logOthers)));
    }

    private static NDArray without(NDArray label, NDArray values) {
      return values.mul(label.neg().add(1f)).sum(new int[] {1});
    }
  }
}

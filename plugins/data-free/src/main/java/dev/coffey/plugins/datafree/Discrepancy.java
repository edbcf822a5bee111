package dev.coffey.plugins.datafree;

import ai.djl.ndarray.NDArray;
import dev.coffey.api.Option;
import dev.coffey.api.ShapeMismatch;

/**
 * How far the student is from the teacher on a batch. Inputs: logits, float32, (N, K).
 *
 * <ul>
 *   <li>{@code logits}: D = 1/(N·K) · Σₙ Σₖ |tₙₖ − sₙₖ|, without unit. Source: Fang et al. 2019
 *       (DFAD). Its gradient doesn't fade where the student comes close.
 *   <li>{@code kl}: T² · 1/N · Σₙ KL(softmax(tₙ/T) ‖ softmax(sₙ/T)), in nats.
 * </ul>
 */
record Discrepancy(
    @Option(
            help = "logits (mean absolute difference of logits) or kl (of softmax)",
            value = "logits")
        Form form,
    @Option(help = "softmax temperature of kl, above 0", value = "1", min = 0) double temperature) {
  enum Form {
    LOGITS,
    KL
  }

  Discrepancy {
    if (!(temperature > 0)) {
      throw new IllegalArgumentException("temperature must be above 0, but is " + temperature);
    }
  }

  static Discrepancy ofLogits() {
    return new Discrepancy(Form.LOGITS, 1);
  }

  /** A scalar. */
  NDArray mean(NDArray student, NDArray teacher) {
    return perSample(student, teacher).mean();
  }

  /** Of each sample: (N). */
  NDArray perSample(NDArray student, NDArray teacher) {
    ShapeMismatch.check("the student's logits", student, "the teacher's logits", teacher);
    return form == Form.LOGITS
        ? teacher.sub(student).abs().mean(new int[] {1})
        : divergence(student, teacher);
  }

  private NDArray divergence(NDArray student, NDArray teacher) {
    float divisor = (float) temperature;
    var logP = teacher.div(divisor).logSoftmax(1);
    var logQ = student.div(divisor).logSoftmax(1);
    return logP.exp().mul(logP.sub(logQ)).sum(new int[] {1}).mul(divisor * divisor);
  }
}

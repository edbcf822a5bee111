package dev.coffey.plugins.bss;

import ai.djl.ndarray.NDArray;
import dev.coffey.api.ShapeMismatch;

/**
 * Cross-entropy of softened distributions: {@code −Σ softmax(teacher / T) · log softmax(student /
 * T)}, summed over the classes and averaged over the samples, in nats. Its gradient is that of the
 * divergence (the loss {@code kd-kl}); its value has the teacher's entropy in it. Source: Heo, Lee,
 * Yun, Choi 2019, and its code, which has no factor T².
 *
 * @param temperature T, above 0
 * @param scaled whether to multiply by T²
 */
record SoftenedLoss(double temperature, boolean scaled) {
  /** {@code student}, {@code teacher}: logits, float32, (N, K), N at least 1. A scalar. */
  NDArray value(NDArray student, NDArray teacher) {
    ShapeMismatch.check("student", student, "teacher", teacher);
    var factor = scaled ? temperature * temperature : 1;
    var p = teacher.div((float) temperature).softmax(1);
    var logQ = student.div((float) temperature).logSoftmax(1);
    return p.mul(logQ).sum(new int[] {1}).mean().mul((float) -factor);
  }
}

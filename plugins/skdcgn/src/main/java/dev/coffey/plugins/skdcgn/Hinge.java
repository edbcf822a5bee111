package dev.coffey.plugins.skdcgn;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;

/** The adversarial losses. Scores are (N, 1); results are scalars. Source: Lim and Ye 2017. */
final class Hinge {
  private Hinge() {}

  /** mean relu(1 − D(x)) + mean relu(1 + D(x̂)): x the teacher's images, x̂ the student's. */
  static NDArray discriminator(NDArray teacher, NDArray student) {
    NDArray missed = Activation.relu(teacher.neg().add(1f)).mean();
    return missed.add(Activation.relu(student.add(1f)).mean());
  }

  /** −mean D(x̂). */
  static NDArray generator(NDArray student) {
    return student.mean().neg();
  }
}

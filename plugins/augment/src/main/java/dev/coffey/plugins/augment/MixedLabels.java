package dev.coffey.plugins.augment;

import ai.djl.ndarray.NDArray;
import dev.coffey.api.Method;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.ShapeMismatch;
import dev.coffey.api.Tensors;

/**
 * Trains the student on mixed labels alone: {@code −Σ jointLabel · log softmax(logits)}, averaged
 * over the batch, in nats. A method, and not the loss {@code soft-cross-entropy} in a weighted sum,
 * because the check before a run passes an uncomposed batch through losses, which has no {@code
 * jointLabel} yet.
 *
 * <p>Batches: {@code x}; {@code jointLabel}, float32, (N, K). Source: Zhang, Cissé, Dauphin,
 * Lopez-Paz 2018, section 2.
 */
final class MixedLabels implements Method {
  @Override
  public Procedure open(Run run) {
    Network student = run.network("student");
    return batch -> {
      double loss = run.update("student", () -> value(student, batch), student);
      run.report("train/loss", loss);
    };
  }

  private static NDArray value(Network student, Tensors batch) {
    NDArray logits = student.forward(Tensors.of("x", batch.get("x")), Mode.TRAIN).get("logits");
    NDArray labels = batch.get("jointLabel");
    ShapeMismatch.check("logits", logits, "jointLabel", labels);
    return labels.mul(logits.logSoftmax(1)).sum(new int[] {1}).mean().neg();
  }
}

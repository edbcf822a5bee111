package ${package};

import ai.djl.ndarray.NDArray;
import dev.coffey.api.Method;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;

/**
 * A student that follows the moving average of itself: cross-entropy plus {@code weight} · mean
 * {@code (logits − average's logits)²}, and after every step {@code average ← keep · average +
 * (1 − keep) · student}. Needs no teacher.
 *
 * <p>Batches: {@code x}, and {@code y}, class ids, (N). Source: Tarvainen, Valpola 2017, without
 * unlabelled images.
 */
final class ${service} implements Method {
  @Override
  public Class<${stem}Options> options() {
    return ${stem}Options.class;
  }

  @Override
  public Procedure open(Run run) {
    var options = run.options(${stem}Options.class);
    Network student = run.network("student");
    Network average = student.shadow();
    return batch -> {
      NDArray target = run.infer(() -> logits(average, batch, Mode.INFER));
      double loss =
          run.update(
              "student",
              () -> {
                NDArray logits = logits(student, batch, Mode.TRAIN);
                NDArray distance = logits.sub(target).square().mean();
                return crossEntropy(logits, batch.get("y")).add(distance.mul(options.weight()));
              },
              student);
      average.follow(student, options.keep());
      run.report("train/loss", loss);
    };
  }

  private static NDArray logits(Network network, Tensors batch, Mode mode) {
    return network.forward(Tensors.of("x", batch.get("x")), mode).get("logits");
  }

  private static NDArray crossEntropy(NDArray logits, NDArray labels) {
    NDArray oneHot = labels.oneHot((int) logits.getShape().get(1));
    return logits.logSoftmax(1).mul(oneHot).sum(new int[] {1}).mean().neg();
  }
}

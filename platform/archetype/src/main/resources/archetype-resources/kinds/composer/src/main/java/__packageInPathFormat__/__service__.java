package ${package};

import ai.djl.ndarray.NDArray;
import dev.coffey.api.Composer;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import java.util.random.RandomGenerator;

/**
 * Lays a faint second image over every image: {@code (1 − λ) · x + λ · x'}, where x' is the batch
 * in reverse order and λ is drawn for each batch, evenly from [0, share). Labels stay those of the
 * stronger image.
 *
 * <p>{@code x}: float32, (N, …), in [0, 1], and so is the result. Like mixup (Zhang, Cissé, Dauphin,
 * Lopez-Paz 2018), but with hard labels.
 */
final class ${service} implements Composer {
  @Override
  public Class<${stem}Options> options() {
    return ${stem}Options.class;
  }

  @Override
  public Mixer open(Run run) {
    double share = run.options(${stem}Options.class).share();
    RandomGenerator random = run.random();
    return batch -> mixed(batch, (float) (share * random.nextDouble()));
  }

  private static Tensors mixed(Tensors batch, float lambda) {
    NDArray x = batch.get("x");
    return batch.with("x", x.mul(1 - lambda).add(x.flip(0).mul(lambda)));
  }
}

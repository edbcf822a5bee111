package dev.coffey.plugins.augment;

import dev.coffey.api.Composer;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;

/**
 * Blends each sample with another one of the batch: {@code λ · x + (1 − λ) · x_perm}, and their
 * labels alike, λ from Beta(alpha, alpha). Source: Zhang, Cissé, Dauphin, Lopez-Paz 2018, "mixup:
 * Beyond Empirical Risk Minimization", equation 2.
 *
 * <p>Of λ and 1 − λ the larger one is taken, so that {@code y} is the label of what is seen most
 * and losses that read it keep their sense. A random order and its inverse are equally likely, so
 * the mixed batches are as likely as without this.
 *
 * <p>{@code x}: float32, (N, …), and so is the result, in the same range. {@code y}, if there are
 * labels: int32, (N); it stays as it is. Adds {@code lambda}, float32, (N), in [1/2, 1]; {@code
 * perm}, int32, (N); {@code jointLabel}, float32, (N, classes), rows adding up to 1.
 */
final class Mixup implements Composer {
  @Override
  public Class<MixingOptions> options() {
    return MixingOptions.class;
  }

  @Override
  public Mixer open(Run run) {
    var options = run.options(MixingOptions.class);
    var shares = new SymmetricBeta(options.alpha());
    return batch -> {
      int samples = Math.toIntExact(batch.get("x").getShape().get(0));
      var lambda = options.per().draw(samples, () -> larger(shares.draw(run.random())));
      var perm = Pairs.partners(run.random(), samples);
      return mixed(batch, Pairs.of(run.scratch(), lambda, perm), run);
    };
  }

  private static double larger(double share) {
    return Math.max(share, 1 - share);
  }

  /** {@code batch} mixed by {@code pairs}. */
  static Tensors mixed(Tensors batch, Pairs pairs, Run run) {
    return pairs.into(batch, pairs.mixed(batch.get("x")), run);
  }
}

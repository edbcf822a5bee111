package dev.coffey.plugins.augment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Composer;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import java.util.List;

/**
 * Replaces a box of each image by that of another one of the batch, and mixes their labels by area.
 * Source: Yun, Han, Oh, Chun, Choe, Yoo 2019, "CutMix: Regularization Strategy to Train Strong
 * Classifiers with Localizable Features", equations 1 and 2.
 *
 * <p>{@code lambda} is the image's own share as it came out, after rounding and after the box was
 * cut off at the border. Where a box covers more than half, box and surroundings change roles, so
 * that {@code y} is the label of what is seen most, as in {@link Mixup}.
 *
 * <p>{@code x}: images, float32, (N, C, H, W), and so is the result; every pixel is one of the two.
 * {@code y}, {@code lambda}, {@code perm}, {@code jointLabel}: as of {@link Mixup}.
 */
final class Cutmix implements Composer {
  @Override
  public Class<MixingOptions> options() {
    return MixingOptions.class;
  }

  @Override
  public Mixer open(Run run) {
    var options = run.options(MixingOptions.class);
    var shares = new SymmetricBeta(options.alpha());
    return batch -> {
      Images.check(batch.get("x"));
      Shape shape = batch.get("x").getShape();
      int samples = Math.toIntExact(shape.get(0));
      int height = Math.toIntExact(shape.get(2));
      int width = Math.toIntExact(shape.get(3));
      var cuts =
          options
              .per()
              .draw(samples, () -> Cut.of(shares.draw(run.random()), run.random(), height, width));
      return mixed(batch, cuts, Pairs.partners(run.random(), samples), run);
    };
  }

  /** {@code batch} with one of {@code cuts} an image, from the partners {@code perm}. */
  static Tensors mixed(Tensors batch, List<Cut> cuts, int[] perm, Run run) {
    NDArray x = batch.get("x");
    int pixels = Math.toIntExact(x.getShape().get(2) * x.getShape().get(3));
    var pairs =
        Pairs.of(run.scratch(), cuts.stream().map(cut -> cut.lambda(pixels)).toList(), perm);
    NDArray theirs = theirs(run, cuts, x.getShape());
    NDArray own = theirs.neg().add(1);
    // factors of 0 and 1 copy pixels to the bit
    return pairs.into(batch, x.mul(own).add(pairs.partners(x).mul(theirs)), run);
  }

  /** 1 where pixels come from the partner, 0 elsewhere, (N, 1, H, W). */
  private static NDArray theirs(Run run, List<Cut> cuts, Shape like) {
    NDArray inside = Box.mask(run.scratch(), cuts.stream().map(Cut::box).toList(), like);
    var around = new float[cuts.size()];
    for (int i = 0; i < around.length; i++) {
      around[i] = cuts.get(i).around() ? 1 : 0;
    }
    return run.scratch().create(around, new Shape(around.length, 1, 1, 1)).sub(inside).abs();
  }
}

package dev.coffey.plugins.counterfactuals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Composer;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.nn.image.ToroidalShift;

/**
 * Asks three mechanisms for the parts of images in which the shape's class says nothing about those
 * of texture and background. Source: Sauer and Geiger 2021, "Counterfactual Generative Networks",
 * section 3.2, and their code for MNIST; there labels are permuted, here they are independent
 * unless {@code labels: permute} is set.
 *
 * <p>The mechanisms are the networks {@code teacher} (tap {@code mask}), {@code teacher.texture}
 * and {@code teacher.background} (tap {@code image}), see {@link Mechanism}. Reads how many images
 * are wanted off {@code index}. Adds {@code mask}, (N, 1, H, W); {@code foreground-image} and
 * {@code background-image}, (N, C, H, W); the classes {@code y} (the shape's), {@code texture} and
 * {@code background}, int32, (N). A composer such as {@code alpha} makes images of them.
 */
final class Counterfactuals implements Composer {
  @Override
  public Class<CounterfactualOptions> options() {
    return CounterfactualOptions.class;
  }

  @Override
  public Mixer open(Run run) {
    return new Parts(run, run.options(CounterfactualOptions.class));
  }

  private static final class Parts implements Mixer {
    private final Run run;
    private final CounterfactualOptions options;
    private final Mechanism shape;
    private final Mechanism texture;
    private final Mechanism background;
    private final Noise noise;

    Parts(Run run, CounterfactualOptions options) {
      this.run = run;
      this.options = options;
      shape = Mechanism.of(run, "teacher", "mask");
      texture = Mechanism.of(run, "teacher.texture", "image");
      background = Mechanism.of(run, "teacher.background", "image");
      noise = new Noise(run.random(), options.noise());
      if (options.sharedNoise()) {
        checkLatent(texture);
        checkLatent(background);
      }
    }

    private void checkLatent(Mechanism other) {
      if (other.latent() != shape.latent()) {
        throw new IllegalArgumentException(
            "mechanisms that share their noise must take equally much, but '%s' takes %d and '%s' %d"
                .formatted(
                    shape.network().role(),
                    shape.latent(),
                    other.network().role(),
                    other.latent()));
      }
    }

    @Override
    public Tensors compose(Tensors batch) {
      int images = Math.toIntExact(batch.get("index").getShape().get(0));
      var causes = new Causes(run.random(), images, shape.classes(), options);
      return run.infer(() -> parts(batch, causes, images));
    }

    private Tensors parts(Tensors batch, Causes causes, int images) {
      NDArray ofMasks = noise(shape, causes.masks().length);
      NDArray masks = shape.make(ofMasks, causes.masks());
      NDArray shared = forEach(ofMasks, images);
      return batch
          .with("mask", forEach(masks, images))
          .with("foreground-image", cue(texture, shared, causes.texture()))
          .with("background-image", cue(background, shared, causes.background()))
          .with("y", run.scratch().create(causes.shape()))
          .with("texture", run.scratch().create(causes.texture()))
          .with("background", run.scratch().create(causes.background()));
    }

    private NDArray noise(Mechanism mechanism, int count) {
      return noise.draw(run.scratch(), new Shape(count, mechanism.latent()));
    }

    /** Rows of masks as rows of images: each as often as it is shared. */
    private NDArray forEach(NDArray rows, int images) {
      return options.ratio() == 1 ? rows : rows.repeat(0, options.ratio()).get("0:" + images);
    }

    private NDArray cue(Mechanism mechanism, NDArray shared, int[] labels) {
      NDArray own = options.sharedNoise() ? shared : noise(mechanism, labels.length);
      NDArray made = mechanism.make(own, labels);
      return options.shuffle() ? shuffled(made) : made;
    }

    private NDArray shuffled(NDArray cues) {
      Shape image = cues.getShape().slice(1);
      int count = Math.toIntExact(cues.getShape().get(0));
      int[] down = run.random().ints(count, 0, Math.toIntExact(image.get(1))).toArray();
      int[] right = run.random().ints(count, 0, Math.toIntExact(image.get(2))).toArray();
      return ToroidalShift.by(run.scratch(), down, right, image).apply(cues);
    }
  }
}

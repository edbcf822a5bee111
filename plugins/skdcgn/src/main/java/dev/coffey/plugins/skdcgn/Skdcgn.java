package dev.coffey.plugins.skdcgn;

import ai.djl.ndarray.NDArray;
import dev.coffey.api.Method;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.nn.EpochMeans;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * Distillation of a counterfactual generative network, mechanism by mechanism: for latents z of
 * class y the student is to make the image x̂ that the teacher makes, x. Of the teacher nothing but
 * x is used. A discriminator D for each mechanism, told y, is trained along; h are its maps.
 *
 * <pre>
 * student:        min λ₁ · mean |x̂ − x| + λ_f · Σ_k ω_k · mean |h_k(x̂) − h_k(x)|
 *                     + λ_kl · Σ_k KL(h_k(x) ‖ h_k(x̂)) − λ_a · mean D(x̂, y)
 * discriminator:  min mean relu(1 − D(x, y)) + mean relu(1 + D(x̂, y))
 * </pre>
 *
 * The last term of the student counts in every n-th step only. Batches have {@code z} and {@code
 * y}. Groups of optimisers: {@code student} for the shape, {@code texture}, {@code background}, and
 * {@code discriminator}. Reports, as means of an epoch, {@code train/MECHANISM-TERM}, and shows
 * with each what teacher and student make. Source: Ambekar et al. 2022 (SKDCGN), whose code
 * computes the divergence, but doesn't use it, over pixels summed up; here it is their mean.
 */
final class Skdcgn implements Method {
  @Override
  public Class<? extends Record> options() {
    return SkdcgnOptions.class;
  }

  @Override
  public Procedure open(Run run) {
    var options = run.options(SkdcgnOptions.class);
    if (run.data().classes() < 1) {
      throw new IllegalArgumentException(
          "skdcgn trains on latents with classes, but the dataset has none; take the dataset latents");
    }
    var imitations =
        options.mechanisms().stream()
            .map(mechanism -> new Imitation(run, mechanism, options))
            .toList();
    return new Lessons(run, options, imitations);
  }

  private static final class Lessons implements Procedure {
    private final Run run;
    private final SkdcgnOptions options;
    private final List<Imitation> imitations;
    private final EpochMeans means = new EpochMeans();

    Lessons(Run run, SkdcgnOptions options, List<Imitation> imitations) {
      this.run = run;
      this.options = options;
      this.imitations = imitations;
    }

    @Override
    public void step(Tensors batch) {
      NDArray z = batch.get(Latents.INPUT);
      NDArray labels = batch.get("y").oneHot(run.data().classes());
      imitations.stream()
          .filter(this::goesOn)
          .forEach(imitation -> imitation.step(z, labels, means));
    }

    private boolean goesOn(Imitation imitation) {
      return imitation.mechanism() == Mechanism.SHAPE
          || options.textureSteps() == 0
          || run.progress().step() < options.textureSteps();
    }

    @Override
    public void endEpoch() {
      means.drain(run::report);
      imitations.forEach(Imitation::show);
    }

    @Override
    public void save(OutputStream out) throws IOException {
      means.save(out);
    }

    @Override
    public void load(InputStream in) throws IOException {
      means.load(in);
    }
  }
}

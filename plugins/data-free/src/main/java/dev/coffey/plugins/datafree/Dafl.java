package dev.coffey.plugins.datafree;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Method;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;

/**
 * Data-free learning: a generator makes what the teacher takes for data, the student imitates the
 * teacher there.
 *
 * <pre>
 * student:    min KL(softmax t ‖ softmax s)
 * generator:  min one-hot · CE(t, argmax t) + information-entropy · Σₖ pₖ log₁₀ pₖ − activation · mean |φ|
 * </pre>
 *
 * See {@link Priors} for the terms. Source: Chen et al. 2019 (DAFL). Their code updates both on the
 * same images; here each turn draws its own.
 */
final class Dafl implements Method {
  @Override
  public Class<? extends Record> options() {
    return DaflOptions.class;
  }

  @Override
  public boolean needsData() {
    return false;
  }

  @Override
  public Procedure open(Run run) {
    var options = run.options(DaflOptions.class);
    if (options.activation() > 0) {
      requireOutput(run.network("teacher"), options.feature());
    }
    var size = options.generator();
    return new Play(run, options, Generator.build(run, size.nz(), size.ngf()));
  }

  private static void requireOutput(Network teacher, String feature) {
    if (!teacher.taps().containsKey(feature)) {
      throw new IllegalArgumentException(
          "the teacher has no output '%s', only %s; name one with feature, or set activation to 0"
              .formatted(feature, teacher.taps().keySet()));
    }
  }

  private static final class Play extends Game {
    private static final Discrepancy KL = new Discrepancy(Discrepancy.Form.KL, 1);

    private final DaflOptions options;
    private final Generator generator;
    private final Noise noise;

    Play(Run run, DaflOptions options, Generator generator) {
      super(run, options.rhythm());
      this.options = options;
      this.generator = generator;
      this.noise = new Noise(run.random());
    }

    private NDArray latents(Noise source, NDManager manager) {
      return source.normal(manager, new Shape(batch(), options.generator().nz()));
    }

    @Override
    void imitate(NDManager manager) {
      imitate(generator.images(latents(noise, manager)), KL);
    }

    @Override
    void show(NDManager manager) {
      show(GENERATED, generator.images(latents(Noise.probe(), manager)));
    }

    @Override
    void challenge(NDManager manager) {
      NDArray latents = latents(noise, manager);
      double loss =
          run.update(
              "generator", () -> priors(judged(generator.images(latents))), generator.network());
      note("generator-loss", loss);
    }

    private NDArray priors(Tensors judged) {
      NDArray logits = judged.get(LOGITS);
      NDArray sum =
          Priors.oneHot(logits)
              .mul((float) options.oneHot())
              .add(Priors.informationEntropy(logits).mul((float) options.informationEntropy()));
      return options.activation() == 0
          ? sum
          : sum.add(
              Priors.activation(judged.get(options.feature())).mul((float) options.activation()));
    }
  }
}

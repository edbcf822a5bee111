package dev.coffey.plugins.datafree;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Method;
import dev.coffey.api.Mode;
import dev.coffey.api.Run;

/**
 * Data-free adversarial distillation. A generator looks for images on which student and teacher
 * differ most, the student learns to agree there:
 *
 * <pre>
 * student:    min D(x),                    x = G(z), z ~ N(0, I)
 * generator:  min −D(G(z)),  or −log(D(G(z)) + 1)
 * </pre>
 *
 * with D the mean absolute difference of logits, over batch and classes ({@link Discrepancy}).
 * Source: Fang, Song, Shen, Wang, Chen, Song 2019 (arXiv 1912.11006). The student's running
 * statistics stay as they are in the generator's update, where the authors' code moves them.
 */
final class Dfad implements Method {
  @Override
  public Class<? extends Record> options() {
    return DfadOptions.class;
  }

  @Override
  public boolean needsData() {
    return false;
  }

  @Override
  public Procedure open(Run run) {
    var options = run.options(DfadOptions.class);
    var size = options.generator();
    return new Play(run, options, Generator.build(run, size.nz(), size.ngf()));
  }

  private static final class Play extends Game {
    private static final Discrepancy D = Discrepancy.ofLogits();

    private final DfadOptions options;
    private final Generator generator;
    private final Noise noise;

    Play(Run run, DfadOptions options, Generator generator) {
      super(
          run, options.frozenGenerator() ? options.rhythm().withoutGenerator() : options.rhythm());
      this.options = options;
      this.generator = generator;
      this.noise = new Noise(run.random());
    }

    private NDArray latents(Noise source, NDManager manager) {
      return source.normal(manager, new Shape(batch(), options.generator().nz()));
    }

    @Override
    void imitate(NDManager manager) {
      imitate(generator.images(latents(noise, manager)), D);
    }

    @Override
    void show(NDManager manager) {
      show(GENERATED, generator.images(latents(Noise.probe(), manager)));
    }

    @Override
    void challenge(NDManager manager) {
      NDArray latents = latents(noise, manager);
      double loss = run.update("generator", () -> challenge(latents), generator.network());
      note("generator-loss", loss);
    }

    private NDArray challenge(NDArray latents) {
      NDArray images = generator.images(latents);
      NDArray teacherLogits = judged(images).get(LOGITS);
      NDArray distance = D.mean(tried(images, Mode.TRAIN).get(LOGITS), teacherLogits);
      return options.logForm() ? distance.add(1).log().neg() : distance.neg();
    }
  }
}

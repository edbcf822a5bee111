package dev.coffey.plugins.datafree;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Method;
import dev.coffey.api.Run;

/**
 * The student imitates the teacher on images whose pixels are independent normal values, with the
 * data's mean and deviation: what data-free methods have to beat. The loss is {@link Dfad}'s.
 * Source of the baseline: Chen et al. 2019 (DAFL), distillation on Gaussian noise.
 */
final class NoiseImages implements Method {
  @Override
  public Class<? extends Record> options() {
    return NoiseOptions.class;
  }

  @Override
  public boolean needsData() {
    return false;
  }

  @Override
  public Procedure open(Run run) {
    return new Lessons(run, run.options(NoiseOptions.class));
  }

  private static final class Lessons extends Game {
    private final Noise noise;
    private final Denormalize units;

    Lessons(Run run, NoiseOptions options) {
      super(run, new Rhythm(options.batch(), options.studentSteps(), 0));
      this.noise = new Noise(run.random());
      this.units = new Denormalize(run.data());
    }

    @Override
    void imitate(NDManager manager) {
      imitate(images(noise, manager), Discrepancy.ofLogits());
    }

    private NDArray images(Noise source, NDManager manager) {
      var shape = new Shape(batch()).addAll(run.data().input());
      return units.apply(source.normal(manager, shape));
    }

    @Override
    void show(NDManager manager) {
      show(GENERATED, images(Noise.probe(), manager));
    }

    @Override
    void challenge(NDManager manager) {
      throw new IllegalStateException("there is no generator");
    }
  }
}

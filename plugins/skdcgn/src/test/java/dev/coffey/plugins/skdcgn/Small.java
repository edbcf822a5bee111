package dev.coffey.plugins.skdcgn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.nn.block.Staged;
import dev.coffey.nn.optim.OptimizerOptions;
import dev.coffey.nn.optim.ScheduleOptions;
import dev.coffey.nn.test.TestBench;
import java.util.List;
import java.util.Optional;

/** A small student, a smaller teacher, and latents, for tests. */
final class Small {
  static final List<Mechanism> ALL = List.of(Mechanism.values());
  static final int LATENT = 4;
  static final int CLASSES = 3;
  static final int SIZE = 8;
  static final DataSpec DATA = DataSpec.of(new Shape(LATENT + CLASSES), CLASSES);
  static final TinyCgnOptions STUDENT = student(ALL);
  static final DiscriminatorOptions DISCRIMINATOR = new DiscriminatorOptions(4, 2);

  private Small() {}

  static TinyCgnOptions student(List<Mechanism> mechanisms) {
    return new TinyCgnOptions(LATENT, CLASSES, SIZE, 3, 4, Optional.empty(), 1, mechanisms);
  }

  /** With all terms. */
  static SkdcgnOptions method(List<Mechanism> mechanisms, int textureSteps) {
    return new SkdcgnOptions(
        mechanisms, textureSteps, 1, 0, 1, List.of(), 0.01, 2, 0.1, 8, DISCRIMINATOR);
  }

  /** With nothing but the difference of pixels. */
  static SkdcgnOptions pixels(List<Mechanism> mechanisms) {
    return new SkdcgnOptions(mechanisms, 0, 1, 0, 0, List.of(), 0, 1, 0, 8, DISCRIMINATOR);
  }

  /** A bench with teacher, student and the optimisers that skdcgn is meant for. */
  static TestBench bench(long seed) {
    var bench = TestBench.open(seed, DATA);
    join(bench.run(STUDENT));
    var workspace = bench.workspace();
    workspace.optimizer("student", adam(1e-2), ScheduleOptions.constant());
    workspace.optimizer("discriminator", adam(2e-4), ScheduleOptions.constant());
    return bench;
  }

  private static OptimizerOptions adam(double rate) {
    return new OptimizerOptions(
        OptimizerOptions.Name.ADAM, rate, 0, false, 0, 0, 0.9, 1e-8, Optional.empty());
  }

  /** Builds teacher and student; {@code run} has the student's options. */
  static void join(Run run) {
    for (Mechanism mechanism : Mechanism.values()) {
      teacher(run, mechanism, SIZE);
    }
    new TinyCgn().open(run);
  }

  /** One dense layer to images of {@code size} pixels. */
  static void teacher(Run run, Mechanism mechanism, int size) {
    var block =
        Staged.builder()
            .input(Latents.INPUT)
            .add(Linear.builder().setUnits((long) mechanism.channels() * size * size).build())
            .apply(x -> x.reshape(new Shape(-1, mechanism.channels(), size, size)).tanh())
            .apply(mechanism::output)
            .tap(mechanism.tap())
            .build();
    run.build(Cast.teacher(mechanism), block, DATA.input()).freeze();
  }

  /** Latents z of the classes 0, 1, 2, 0, … with their labels y. */
  static Tensors batch(Run run, int count, long seed) {
    int width = LATENT + CLASSES;
    float[] noise = TestBench.normal(count * LATENT, seed);
    float[] z = new float[count * width];
    int[] y = new int[count];
    for (int i = 0; i < count; i++) {
      System.arraycopy(noise, i * LATENT, z, i * width, LATENT);
      y[i] = i % CLASSES;
      z[i * width + LATENT + y[i]] = 1;
    }
    return Tensors.of("z", run.scratch().create(z, new Shape(count, width)))
        .with("y", run.scratch().create(y, new Shape(count)));
  }

  static NDArray latents(Run run, int count) {
    return batch(run, count, 5).get("z");
  }
}

package dev.coffey.plugins.classical;

import static java.util.stream.Collectors.toMap;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Loss;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.LossContract;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The contract of losses, and values of a loss on inputs of any shape. */
abstract class ClassicalLossContract extends LossContract {
  /** Makes inputs, always the same ones. */
  interface Inputs extends Function<NDManager, Tensors> {}

  /** Values in [−1, 1), always the same for a seed. */
  static float[] values(int count, long seed) {
    var random = new SplittableRandom(seed);
    var values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (2 * random.nextDouble() - 1);
    }
    return values;
  }

  /** {@code student} and {@code teacher} of these values. */
  static Inputs pair(Shape own, float[] student, Shape other, float[] teacher) {
    return manager ->
        Tensors.of("student", manager.create(student, own))
            .with("teacher", manager.create(teacher, other));
  }

  /** Values in [−1, 1) of these shapes. */
  static Inputs random(Shape student, Shape teacher) {
    return pair(
        student,
        values(Math.toIntExact(student.size()), 1),
        teacher,
        values(Math.toIntExact(teacher.size()), 2));
  }

  /** One row a sample. */
  static Inputs pair(float[][] student, float[][] teacher) {
    return manager ->
        Tensors.of("student", manager.create(student)).with("teacher", manager.create(teacher));
  }

  final double value(Inputs inputs) {
    return value(options(), inputs);
  }

  final double value(Record options, Inputs inputs) {
    return value(options, inputs, (run, term) -> {});
  }

  /** {@code first}: what is done to the term before. */
  final double value(Record options, Inputs inputs, BiConsumer<Run, Loss.Term> first) {
    try (var session = open(1, options)) {
      var run = session.run();
      var shapes = session.step(() -> shapes(inputs.apply(run.scratch())));
      var term = loss().open(run, shapes);
      first.accept(run, term);
      return session.step(() -> (double) valueIn(run, term, inputs));
    }
  }

  private static float valueIn(Run run, Loss.Term term, Inputs inputs) {
    return run.infer(() -> term.value(inputs.apply(run.scratch()))).getFloat();
  }

  /** The gradient at the input {@code name}. */
  final float[] gradient(String name, Inputs inputs) {
    try (var session = open(1)) {
      var run = session.run();
      var shapes = session.step(() -> shapes(inputs.apply(run.scratch())));
      var term = loss().open(run, shapes);
      return session.step(
          () -> {
            var all = inputs.apply(run.scratch());
            return run.gradient(all.get(name), at -> term.value(all.with(name, at))).toFloatArray();
          });
    }
  }

  /** The value before and after {@code steps} steps on one batch. */
  final double[] learning(int steps, Inputs inputs) {
    try (var session = open(1)) {
      var run = session.run();
      var shapes = session.step(() -> shapes(inputs.apply(run.scratch())));
      var term = loss().open(run, shapes);
      var networks = term.trained().toArray(Network[]::new);
      var values = new double[steps];
      for (int i = 0; i < steps; i++) {
        values[i] =
            session.step(
                () ->
                    run.update("student", () -> term.value(inputs.apply(run.scratch())), networks));
      }
      return new double[] {values[0], values[steps - 1]};
    }
  }

  static Map<String, Shape> shapes(Tensors inputs) {
    return inputs.names().stream()
        .collect(toMap(name -> name, name -> inputs.get(name).getShape().slice(1)));
  }
}

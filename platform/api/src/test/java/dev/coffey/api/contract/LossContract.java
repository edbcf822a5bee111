package dev.coffey.api.contract;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Loss;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Loss} keeps. */
public abstract class LossContract extends HandOverContract<Loss, Loss.Term> {
  private static final int PROBES = 32;
  private static final float EPSILON = 1e-2f;

  /** The loss under test. */
  protected abstract Loss loss();

  /**
   * A small example of the loss's inputs, under the names of {@link Loss#inputs()}, in {@link
   * Run#scratch()}; the same at every call for the same seed. Its point should be smooth, so that
   * finite differences of width 0.02 tell the gradient.
   */
  protected abstract Tensors example(Run run);

  @Override
  final Loss service() {
    return loss();
  }

  @Override
  final Loss.Term opened(Loss service, RunSource.Session session) {
    return service.open(session.run(), shapes(session));
  }

  /** Shapes of the example's inputs without the batch axis. */
  private Map<String, Shape> shapes(RunSource.Session session) {
    return session.step(
        () -> {
          var example = example(session.run());
          return example.names().stream()
              .filter(name -> example.get(name).getShape().dimension() > 0)
              .collect(toMap(name -> name, name -> example.get(name).getShape().slice(1)));
        });
  }

  @Override
  final Float step(Loss.Term term, RunSource.Session session) {
    return session.step(
        () -> {
          var inputs = example(session.run());
          var value = session.run().infer(() -> term.value(inputs)).getFloat();
          session.run().infer(() -> after(term, inputs));
          return value;
        });
  }

  @Override
  final void save(Loss.Term term, OutputStream out) throws IOException {
    term.save(out);
  }

  @Override
  final void load(Loss.Term term, InputStream in) throws IOException {
    term.load(in);
  }

  @Test
  void itsInputsComeFromStudentTeacherOrBatch() {
    assertThat(loss().inputs()).isNotEmpty();
    assertThat(loss().inputs().keySet()).allMatch(name -> name.matches("[A-Za-z][\\w.-]*"));
    assertThat(loss().inputs().values())
        .allMatch(source -> source.matches("(student|teacher|batch)/[\\w.-]+"));
  }

  @Test
  void itsInputsAreThoseOfTheExample() {
    try (var session = open(SEED)) {
      var names = session.step(() -> example(session.run()).names());

      assertThat(names).containsExactlyInAnyOrderElementsOf(loss().inputs().keySet());
    }
  }

  @Test
  void itsValueIsAFiniteScalar() {
    try (var session = open(SEED)) {
      var term = opened(loss(), session);

      var value =
          session.step(
              () -> {
                var scalar = valueOf(term, session.run(), UnaryOperator.identity());
                assertThat(scalar.getShape().dimension()).as("dimensions").isZero();
                return scalar.getFloat();
              });

      assertThat(value).isFinite();
    }
  }

  @Test
  void itsGradientsAtTheStudentsOutputsAgreeWithFiniteDifferences() {
    loss()
        .inputs()
        .forEach(
            (name, source) -> {
              if (source.startsWith("student/")) {
                compareGradients(name);
              }
            });
  }

  private void compareGradients(String name) {
    var analytic = gradient(name);
    var probes =
        IntStream.range(0, Math.min(PROBES, analytic.length))
            .map(i -> (int) ((long) i * analytic.length / Math.min(PROBES, analytic.length)))
            .toArray();
    var numeric = IntStream.of(probes).mapToDouble(i -> slope(name, i)).toArray();
    // Central differences are off by EPSILON² f'''/6, and by the float32 rounding of f over
    // EPSILON.
    var largest = DoubleStream.of(numeric).map(Math::abs).max().orElse(0);
    var rounding = 1e-4 * Math.max(1, Math.abs(value(UnaryOperator.identity())));
    for (int i = 0; i < probes.length; i++) {
      assertThat((double) analytic[probes[i]])
          .as("gradient at %s[%d]", name, probes[i])
          .isCloseTo(numeric[i], within(0.01 * largest + rounding));
    }
  }

  private double slope(String name, int element) {
    var above = value(inputs -> moved(inputs, name, element, EPSILON));
    var below = value(inputs -> moved(inputs, name, element, -EPSILON));
    return (above - below) / (2 * EPSILON);
  }

  private static Tensors moved(Tensors inputs, String name, int element, float by) {
    var array = inputs.get(name);
    var values = array.toFloatArray();
    values[element] += by;
    return inputs.with(name, array.getManager().create(values, array.getShape()));
  }

  private float[] gradient(String name) {
    try (var session = open(SEED)) {
      var term = opened(loss(), session);
      return session.step(
          () -> {
            var inputs = example(session.run());
            return session
                .run()
                .gradient(inputs.get(name), at -> term.value(inputs.with(name, at)))
                .toFloatArray();
          });
    }
  }

  /** In a run of its own, so that losses that draw random numbers draw the same ones each time. */
  private double value(UnaryOperator<Tensors> change) {
    try (var session = open(SEED)) {
      var term = opened(loss(), session);
      return session.step(() -> (double) valueOf(term, session.run(), change).getFloat());
    }
  }

  private NDArray valueOf(Loss.Term term, Run run, UnaryOperator<Tensors> change) {
    return run.infer(() -> term.value(change.apply(example(run))));
  }

  private static boolean after(Loss.Term term, Tensors inputs) {
    term.after(inputs);
    return true;
  }
}

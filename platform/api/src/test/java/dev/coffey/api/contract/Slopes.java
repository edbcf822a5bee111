package dev.coffey.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import dev.coffey.api.Run;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Compares the gradient of a network with finite differences, along directions in which every
 * element moves, one up, another down: an input has too many elements to move one at a time, and
 * each alone moves the network too little for float32.
 *
 * <p>Kinks (relu, max pooling) are everywhere in a network, and put slopes off by a few percent of
 * the gradient's size; a gradient that misses a branch or takes batch statistics is off by tens.
 */
final class Slopes {
  private static final float EPSILON = 1e-3f;
  private static final int DIRECTIONS = 16;
  private static final double TOLERANCE = 0.2;
  private static final double ROUNDING = 1e-6;

  private final Run run;
  private final NDArray at;
  private final UnaryOperator<NDArray> scalar;
  private final float[] values;

  private Slopes(Run run, NDArray at, UnaryOperator<NDArray> scalar) {
    this.run = run;
    this.at = at;
    this.scalar = scalar;
    this.values = at.toFloatArray();
  }

  /** Fails unless the gradient of {@code scalar} at {@code at} tells its slopes. In a step only. */
  static void compare(Run run, NDArray at, UnaryOperator<NDArray> scalar) {
    new Slopes(run, at, scalar).compare();
  }

  private void compare() {
    var gradient = run.gradient(at, scalar).toFloatArray();
    var random = new SplittableRandom(11);
    var squares = 0.0;
    for (int i = 0; i < DIRECTIONS; i++) {
      var direction = direction(random);
      var difference = slope(direction) - product(gradient, direction);
      squares += difference * difference;
    }
    var size = Math.sqrt(product(gradient, gradient));
    var rounding = ROUNDING * Math.max(1, Math.abs(valueAt(values))) / EPSILON;

    assertThat(Math.sqrt(squares / DIRECTIONS))
        .as("difference of gradient (of size %s) and finite differences", size)
        .isLessThanOrEqualTo(TOLERANCE * size + rounding);
  }

  private double slope(float[] direction) {
    return (valueAt(moved(direction, EPSILON)) - valueAt(moved(direction, -EPSILON)))
        / (2 * EPSILON);
  }

  private double valueAt(float[] point) {
    return run.infer(() -> scalar.apply(at.getManager().create(point, at.getShape())).getFloat());
  }

  private float[] moved(float[] direction, float by) {
    var moved = values.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += by * direction[i];
    }
    return moved;
  }

  private float[] direction(RandomGenerator random) {
    var direction = new float[values.length];
    for (int i = 0; i < direction.length; i++) {
      direction[i] = random.nextBoolean() ? 1 : -1;
    }
    return direction;
  }

  private static double product(float[] a, float[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> (double) a[i] * b[i]).sum();
  }
}

package dev.coffey.nn.test;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.coffey.api.Run;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Compares a gradient with central differences. */
public final class FiniteDifferences {
  private static final float STEP = 1e-2f;
  private static final int MOST_ELEMENTS = 64;

  private FiniteDifferences() {}

  /**
   * Fails unless {@link Run#gradient} of {@code scalar} at {@code at} is, element by element (64
   * spread over larger arrays), within {@code tolerance}·(1 + |expected|) of (f(x + h) − f(x − h))
   * / 2h with h = 0.01. Call it inside a step; keep kinks of {@code scalar} (relu at 0) further
   * than h from {@code at}.
   */
  public static void check(Run run, NDArray at, double tolerance, UnaryOperator<NDArray> scalar) {
    float[] actual;
    try (NDArray gradient = run.gradient(at, scalar)) {
      actual = gradient.toFloatArray();
    }
    float[] values = at.toFloatArray();
    int stride = Math.max(1, values.length / MOST_ELEMENTS);
    for (int i = 0; i < values.length; i += stride) {
      double expected =
          (shifted(run, at, values, i, STEP, scalar) - shifted(run, at, values, i, -STEP, scalar))
              / (2 * STEP);
      if (!(Math.abs(actual[i] - expected) <= tolerance * (1 + Math.abs(expected)))) {
        throw new AssertionError(
            String.format(
                Locale.ROOT,
                "element %d: the gradient is %.6f, finite differences give %.6f",
                i,
                actual[i],
                expected));
      }
    }
  }

  private static double shifted(
      Run run, NDArray at, float[] values, int i, float by, UnaryOperator<NDArray> scalar) {
    float[] moved = values.clone();
    moved[i] += by;
    try (NDArray point = at.getManager().create(moved, at.getShape())) {
      NDArray value = run.infer(() -> scalar.apply(point));
      // an engine may make a float64 of a scalar times a double
      return value.toType(DataType.FLOAT32, false).toFloatArray()[0];
    }
  }
}

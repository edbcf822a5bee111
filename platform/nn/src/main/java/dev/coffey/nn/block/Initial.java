package dev.coffey.nn.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.initializer.Initializer;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * Initialisers that draw from a Java generator: the same values on every engine and thread. Give
 * one to a block's {@code setInitializer}; {@link dev.coffey.api.Training#build} supplies a
 * generator of the run for each parameter. Weights without one start from {@link #he}.
 */
@FunctionalInterface
public interface Initial extends Initializer {
  /** Values of an array of {@code shape} in row-major order. */
  float[] draw(Shape shape, RandomGenerator random);

  /** Outside a run there is no seed: draws from a fixed generator. */
  @Override
  default NDArray initialize(NDManager manager, Shape shape, DataType dataType) {
    return manager.create(draw(shape, new SplittableRandom(0)), shape);
  }

  /** Normal, variance 2 / fan-in: He, Zhang, Ren, Sun 2015. */
  static Initial he() {
    return normal(shape -> Math.sqrt(2.0 / fanIn(shape)));
  }

  /** Uniform in ±√(6 / (fan-in + fan-out)): Glorot and Bengio 2010. */
  static Initial xavier() {
    return uniform(shape -> Math.sqrt(6.0 / (fanIn(shape) + fanOut(shape))));
  }

  /** Normal around 0 with this standard deviation. */
  static Initial normal(double std) {
    return normal(shape -> std);
  }

  /** Uniform in [−bound, bound). */
  static Initial uniform(double bound) {
    return uniform(shape -> bound);
  }

  private static Initial normal(ToDoubleFunction<Shape> std) {
    return (shape, random) -> {
      double scale = std.applyAsDouble(shape);
      float[] values = new float[Math.toIntExact(shape.size())];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (scale * random.nextGaussian());
      }
      return values;
    };
  }

  private static Initial uniform(ToDoubleFunction<Shape> bound) {
    return (shape, random) -> {
      double scale = bound.applyAsDouble(shape);
      float[] values = new float[Math.toIntExact(shape.size())];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (scale * (2 * random.nextDouble() - 1));
      }
      return values;
    };
  }

  private static double fanIn(Shape shape) {
    return shape.dimension() < 2 ? shape.size() : shape.slice(1).size();
  }

  private static double fanOut(Shape shape) {
    return shape.dimension() < 2 ? shape.size() : shape.get(0) * shape.slice(2).size();
  }
}

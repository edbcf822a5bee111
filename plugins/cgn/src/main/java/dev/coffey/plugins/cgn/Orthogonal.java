package dev.coffey.plugins.cgn;

import ai.djl.ndarray.types.Shape;
import dev.coffey.nn.block.Initial;
import java.util.random.RandomGenerator;

/**
 * {@code gain} times a random orthogonal matrix: the array, flattened to (first axis, others), has
 * orthonormal rows, or columns where there are more rows than columns. Source: Saxe, McClelland,
 * Ganguli 2014.
 */
record Orthogonal(double gain) implements Initial {
  @Override
  public float[] draw(Shape shape, RandomGenerator random) {
    int rows = Math.toIntExact(shape.get(0));
    int columns = Math.toIntExact(shape.size() / rows);
    boolean tall = rows > columns;
    double[][] vectors = orthonormal(Math.min(rows, columns), Math.max(rows, columns), random);
    float[] values = new float[rows * columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double value = tall ? vectors[column][row] : vectors[row][column];
        values[row * columns + column] = (float) (gain * value);
      }
    }
    return values;
  }

  /** Normal vectors, each made orthogonal to those before it. */
  private static double[][] orthonormal(int count, int length, RandomGenerator random) {
    double[][] vectors = new double[count][length];
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < length; k++) {
        vectors[i][k] = random.nextGaussian();
      }
      for (int j = 0; j < i; j++) {
        add(vectors[i], vectors[j], -product(vectors[i], vectors[j]));
      }
      scale(vectors[i], 1 / Math.sqrt(product(vectors[i], vectors[i])));
    }
    return vectors;
  }

  private static double product(double[] first, double[] second) {
    double sum = 0;
    for (int k = 0; k < first.length; k++) {
      sum += first[k] * second[k];
    }
    return sum;
  }

  private static void add(double[] target, double[] vector, double factor) {
    for (int k = 0; k < target.length; k++) {
      target[k] += factor * vector[k];
    }
  }

  private static void scale(double[] target, double factor) {
    for (int k = 0; k < target.length; k++) {
      target[k] *= factor;
    }
  }
}

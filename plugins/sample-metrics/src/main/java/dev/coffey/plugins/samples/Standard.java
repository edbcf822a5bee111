package dev.coffey.plugins.samples;

import org.ejml.data.DMatrixRMaj;

/**
 * Mean and deviation of columns. What is standardised by those of real images doesn't depend on how
 * large a classifier's weights are: the trace of the real covariance is the number of columns that
 * vary.
 */
final class Standard {
  private static final double LEAST = 1e-6;

  private final double[] mean;
  private final double[] deviation;

  private Standard(double[] mean, double[] deviation) {
    this.mean = mean;
    this.deviation = deviation;
  }

  /**
   * Of {@code rows}, (N, d) with two rows or more; deviations with n − 1. A column that doesn't
   * vary counts as one of deviation 1: it is only shifted.
   */
  static Standard of(DMatrixRMaj rows) {
    double[] mean = mean(rows);
    var deviation = new double[rows.numCols];
    for (int column = 0; column < rows.numCols; column++) {
      double squares = 0;
      for (int row = 0; row < rows.numRows; row++) {
        double centred = rows.get(row, column) - mean[column];
        squares += centred * centred;
      }
      double found = Math.sqrt(squares / (rows.numRows - 1));
      deviation[column] = found < LEAST ? 1 : found;
    }
    return new Standard(mean, deviation);
  }

  /** Means of the columns of {@code rows}. */
  static double[] mean(DMatrixRMaj rows) {
    var mean = new double[rows.numCols];
    for (int row = 0; row < rows.numRows; row++) {
      for (int column = 0; column < rows.numCols; column++) {
        mean[column] += rows.get(row, column) / rows.numRows;
      }
    }
    return mean;
  }

  /** {@code rows} less the mean, by the deviation; a new matrix. */
  DMatrixRMaj apply(DMatrixRMaj rows) {
    var applied = new DMatrixRMaj(rows.numRows, rows.numCols);
    for (int row = 0; row < rows.numRows; row++) {
      for (int column = 0; column < rows.numCols; column++) {
        applied.set(row, column, (rows.get(row, column) - mean[column]) / deviation[column]);
      }
    }
    return applied;
  }
}

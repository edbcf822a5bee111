package dev.coffey.plugins.samples;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** A normal distribution of d dimensions. */
final class Gaussian {
  private final double[] mean;
  private final DMatrixRMaj covariance;

  /** {@code mean}: d numbers; {@code covariance}: symmetric, (d, d). */
  Gaussian(double[] mean, DMatrixRMaj covariance) {
    this.mean = mean;
    this.covariance = covariance;
  }

  /** That of {@code rows}, (N, d) with two rows or more; covariance with n − 1. */
  static Gaussian of(DMatrixRMaj rows) {
    double[] mean = Standard.mean(rows);
    var centred = new DMatrixRMaj(rows);
    for (int row = 0; row < rows.numRows; row++) {
      for (int column = 0; column < rows.numCols; column++) {
        centred.add(row, column, -mean[column]);
      }
    }
    var covariance = new DMatrixRMaj(rows.numCols, rows.numCols);
    CommonOps_DDRM.multTransA(1.0 / (rows.numRows - 1), centred, centred, covariance);
    return new Gaussian(mean, covariance);
  }

  /**
   * Squared Fréchet distance: {@code ‖μ₁−μ₂‖² + Tr C₁ + Tr C₂ − 2 Tr (C₁^½ C₂ C₁^½)^½}. Nothing is
   * added to singular covariances; for these it may be off by about 1e-7, also below 0. Source:
   * Dowson and Landau 1982; Heusel, Ramsauer, Unterthiner, Nessler, Hochreiter 2017.
   */
  double distance(Gaussian other) {
    double squares = 0;
    for (int i = 0; i < mean.length; i++) {
      squares += (mean[i] - other.mean[i]) * (mean[i] - other.mean[i]);
    }
    return squares
        + CommonOps_DDRM.trace(covariance)
        + CommonOps_DDRM.trace(other.covariance)
        - 2 * overlap(other);
  }

  private double overlap(Gaussian other) {
    DMatrixRMaj root = Spectrum.of(covariance).root();
    var half = new DMatrixRMaj(root.numRows, root.numCols);
    var product = new DMatrixRMaj(root.numRows, root.numCols);
    CommonOps_DDRM.mult(root, other.covariance, half);
    CommonOps_DDRM.mult(half, root, product);
    return Spectrum.of(product).rootTrace();
  }
}

package dev.coffey.plugins.samples;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix without negative eigenvalues: those that
 * rounding made negative count as 0.
 */
final class Spectrum {
  private final double[] values;
  private final DMatrixRMaj vectors;

  /** {@code vectors}: one a column. */
  private Spectrum(double[] values, DMatrixRMaj vectors) {
    this.values = values;
    this.vectors = vectors;
  }

  /** That of {@code matrix}, (d, d), made symmetric first. */
  static Spectrum of(DMatrixRMaj matrix) {
    int size = matrix.numRows;
    var transposed = CommonOps_DDRM.transpose(matrix, null);
    var symmetric = CommonOps_DDRM.add(0.5, matrix, 0.5, transposed, null);
    var decomposition = DecompositionFactory_DDRM.eig(size, true, true);
    if (CommonOps_DDRM.elementMaxAbs(symmetric) > Double.MAX_VALUE
        || !decomposition.decompose(symmetric)) {
      throw new IllegalStateException(
          "the eigenvalues of a covariance could not be found; are all features numbers?");
    }
    var values = new double[size];
    var vectors = new DMatrixRMaj(size, size);
    for (int i = 0; i < size; i++) {
      values[i] = Math.max(0, decomposition.getEigenvalue(i).real);
      CommonOps_DDRM.insert(decomposition.getEigenVector(i), vectors, 0, i);
    }
    return new Spectrum(values, vectors);
  }

  /** The eigenvalues, in no order. */
  double[] values() {
    return values.clone();
  }

  /** The symmetric matrix whose square is this one. */
  DMatrixRMaj root() {
    var scaled = new DMatrixRMaj(vectors);
    CommonOps_DDRM.multCols(scaled, Arrays.stream(values).map(Math::sqrt).toArray());
    return CommonOps_DDRM.multTransB(scaled, vectors, null);
  }

  /** Trace of {@link #root}. */
  double rootTrace() {
    return Arrays.stream(values).map(Math::sqrt).sum();
  }
}

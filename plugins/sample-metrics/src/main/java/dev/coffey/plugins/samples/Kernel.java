package dev.coffey.plugins.samples;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Squared maximum mean discrepancy with the kernel {@code k(a, b) = (aᵀb/d + 1)³}, without bias, so
 * that it may be below 0: {@code mean of k(x_i, x_j), i≠j + mean of k(y_i, y_j), i≠j − 2 mean of
 * k(x_i, y_j)}. Source: Bińkowski, Sutherland, Arbel, Gretton 2018 ("KID").
 */
final class Kernel {
  private Kernel() {}

  /** {@code first}, {@code second}: (N, d) and (M, d), with two rows or more each. */
  static double distance(DMatrixRMaj first, DMatrixRMaj second) {
    return within(first)
        + within(second)
        - 2
            * CommonOps_DDRM.elementSum(all(first, second))
            / ((double) first.numRows * second.numRows);
  }

  private static double within(DMatrixRMaj rows) {
    DMatrixRMaj pairs = all(rows, rows);
    double others = CommonOps_DDRM.elementSum(pairs) - CommonOps_DDRM.trace(pairs);
    return others / ((double) rows.numRows * (rows.numRows - 1));
  }

  /** The kernel of each row with each: (N, M). */
  private static DMatrixRMaj all(DMatrixRMaj first, DMatrixRMaj second) {
    var pairs = new DMatrixRMaj(first.numRows, second.numRows);
    CommonOps_DDRM.multTransB(1.0 / first.numCols, first, second, pairs);
    CommonOps_DDRM.add(pairs, 1);
    CommonOps_DDRM.elementPower(pairs, 3, pairs);
    return pairs;
  }
}

package dev.coffey.plugins.bss;

import ai.djl.ndarray.NDArray;

/**
 * How alike two ways to the boundary are. Each is float32, (N, D), one row a sample. Source: Heo,
 * Lee, Yun, Choi 2019.
 */
enum Figure {
  /**
   * {@code min(|v_t|, |v_s|) / max(|v_t|, |v_s|)}: in [0, 1], 1 for boundaries equally far away.
   */
  MAGNITUDE("mag-sim") {
    @Override
    NDArray of(NDArray teacher, NDArray student) {
      var ofTeacher = norm(teacher);
      var ofStudent = norm(student);
      return ofTeacher.minimum(ofStudent).div(ofTeacher.maximum(ofStudent).add(TINY));
    }
  },

  /** {@code <v_t, v_s> / (|v_t| · |v_s|)}: in [−1, 1], 1 for boundaries in the same direction. */
  ANGLE("ang-sim") {
    @Override
    NDArray of(NDArray teacher, NDArray student) {
      var product = teacher.mul(student).sum(new int[] {1});
      return product.div(norm(teacher).mul(norm(student)).add(TINY));
    }
  };

  private static final float TINY = 1e-12f;

  private final String id;

  Figure(String id) {
    this.id = id;
  }

  /** Its name as a metric. */
  String id() {
    return id;
  }

  /** One number a sample, float32, (N); 0 where neither moved. */
  abstract NDArray of(NDArray teacher, NDArray student);

  private static NDArray norm(NDArray rows) {
    return rows.square().sum(new int[] {1}).sqrt();
  }
}

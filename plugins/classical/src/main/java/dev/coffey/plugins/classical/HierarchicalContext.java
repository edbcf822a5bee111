package dev.coffey.plugins.classical;

import ai.djl.ndarray.NDArray;

/**
 * Distance of two feature maps at several scales: the mean squared difference at full size, weight
 * 1, and after average pooling to 4, 2 and 1 pixels a side, as far as they are smaller than the
 * map, weights 1/2, 1/4, 1/8 in the order in which they are used; divided by the sum of weights.
 * Source: Chen, Liu, Zhao, Jia 2021, "Distilling Knowledge via Knowledge Review".
 */
final class HierarchicalContext {
  private static final int[] EDGES = {4, 2, 1};

  private HierarchicalContext() {}

  /** Both (N, C, H, W). */
  static NDArray distance(NDArray student, NDArray teacher) {
    var sum = meanSquare(student, teacher);
    float weight = 1;
    float total = 1;
    for (int edge : EDGES) {
      if (edge < student.getShape().get(2)) {
        weight /= 2;
        total += weight;
        var pooled =
            meanSquare(
                FeatureMaps.pooled(student, edge, edge), FeatureMaps.pooled(teacher, edge, edge));
        sum = sum.add(pooled.mul(weight));
      }
    }
    return sum.div(total);
  }

  private static NDArray meanSquare(NDArray first, NDArray second) {
    return first.sub(second).square().mean();
  }
}

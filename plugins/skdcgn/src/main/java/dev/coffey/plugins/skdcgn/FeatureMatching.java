package dev.coffey.plugins.skdcgn;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;

/**
 * Distances of a discriminator's maps h_k of the student's images x̂ and the teacher's x. Maps are
 * (N, C, H, W), results scalars; the teacher's are constants.
 *
 * @param weights ω_k, one for each map, shallow ones first
 */
record FeatureMatching(List<Double> weights) {
  /** Weights 2⁻ᴷ, …, 1/8, 1/4, 1 for {@code depth} = K maps; those of TinyGAN with five. */
  static FeatureMatching halving(int depth) {
    return new FeatureMatching(
        IntStream.rangeClosed(1, depth)
            .mapToObj(k -> k == depth ? 1.0 : Math.pow(2, k - depth - 1))
            .toList());
  }

  /** Σ_k ω_k · mean |h_k(x̂) − h_k(x)|, over batch, channels and pixels. */
  NDArray distance(List<NDArray> student, List<NDArray> teacher) {
    return sum(
        IntStream.range(0, weights.size())
            .mapToObj(
                k ->
                    student
                        .get(k)
                        .sub(teacher.get(k))
                        .abs()
                        .mean()
                        .mul(weights.get(k).floatValue()))
            .toList());
  }

  /**
   * Σ_k KL(softmax(h_k(x) / T) ‖ softmax(h_k(x̂) / T)) over channels, averaged over batch and
   * pixels, in nats; not weighted, not multiplied by T².
   */
  NDArray divergence(List<NDArray> student, List<NDArray> teacher, double temperature) {
    return sum(
        IntStream.range(0, weights.size())
            .mapToObj(k -> divergence(student.get(k), teacher.get(k), (float) temperature))
            .toList());
  }

  private static NDArray divergence(NDArray student, NDArray teacher, float temperature) {
    NDArray expected = teacher.div(temperature).logSoftmax(1);
    NDArray given = student.div(temperature).logSoftmax(1);
    return expected.exp().mul(expected.sub(given)).sum(new int[] {1}).mean();
  }

  private static NDArray sum(List<NDArray> terms) {
    BinaryOperator<NDArray> add = NDArray::add;
    return terms.stream().reduce(add).orElseThrow();
  }
}

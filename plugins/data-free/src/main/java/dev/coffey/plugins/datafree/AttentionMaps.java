package dev.coffey.plugins.datafree;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.pooling.Pool;
import dev.coffey.api.Network;
import dev.coffey.api.Tensors;
import java.util.List;

/**
 * Distance of attention maps: Σⱼ mean (Q(Sⱼ) − Q(Tⱼ))², over batch and pixels, with Q(F) = vec(q) /
 * ‖vec(q)‖₂ and q = 1/C · Σ_c F_c², for each sample. Maps of unequal size are averaged down to the
 * smaller. Source: Zagoruyko, Komodakis 2017, with p = 2.
 *
 * @param stages names of the outputs compared, the same in both networks: (N, C, H, W)
 */
record AttentionMaps(List<String> stages) {
  private static final float EPSILON = 1e-6f;

  /**
   * Of {@code asked}, or, if there are none, of all outputs called {@code stage…} that are maps in
   * both networks.
   *
   * @throws IllegalArgumentException if there are none, or sizes don't divide each other
   */
  static AttentionMaps between(Network student, Network teacher, List<String> asked) {
    List<String> stages =
        asked.isEmpty()
            ? student.taps().keySet().stream()
                .filter(name -> name.startsWith("stage") && isMap(student, name))
                .filter(name -> isMap(teacher, name))
                .toList()
            : asked;
    if (stages.isEmpty()) {
      throw new IllegalArgumentException(
          "student and teacher have no stage in common to compare attention at; set attention to 0");
    }
    stages.forEach(stage -> check(stage, shape(student, stage), shape(teacher, stage)));
    return new AttentionMaps(stages);
  }

  private static boolean isMap(Network network, String name) {
    Shape shape = network.taps().get(name);
    return shape != null && shape.dimension() == 3;
  }

  private static Shape shape(Network network, String stage) {
    if (!isMap(network, stage)) {
      throw new IllegalArgumentException(
          "the %s has no feature maps '%s'; it has %s"
              .formatted(network.role(), stage, network.taps()));
    }
    return network.taps().get(stage);
  }

  private static void check(String stage, Shape student, Shape teacher) {
    for (int axis = 1; axis < 3; axis++) {
      long larger = Math.max(student.get(axis), teacher.get(axis));
      if (larger % Math.min(student.get(axis), teacher.get(axis)) != 0) {
        throw new IllegalArgumentException(
            "maps of '%s' can't be brought to one size: the student's are %s, the teacher's %s"
                .formatted(stage, student, teacher));
      }
    }
  }

  /** A scalar. {@code teacher}: constants. */
  NDArray distance(Tensors student, Tensors teacher) {
    return stages.stream()
        .map(stage -> distance(student.get(stage), teacher.get(stage)))
        .reduce(NDArray::add)
        .orElseThrow();
  }

  private static NDArray distance(NDArray student, NDArray teacher) {
    NDArray own = attention(reduced(student, teacher.getShape()));
    return own.sub(attention(reduced(teacher, student.getShape()))).square().mean();
  }

  /** Averaged down to {@code size} where that is smaller. */
  private static NDArray reduced(NDArray maps, Shape size) {
    var ratio =
        new Shape(
            Math.max(1, maps.getShape().get(2) / size.get(2)),
            Math.max(1, maps.getShape().get(3) / size.get(3)));
    return ratio.size() == 1
        ? maps
        : Pool.avgPool2d(maps, ratio, ratio, new Shape(0, 0), false, true);
  }

  /** (N, C, H, W) to (N, H·W), of length 1 for each sample. */
  private static NDArray attention(NDArray maps) {
    NDArray energy = maps.square().mean(new int[] {1}).reshape(maps.getShape().get(0), -1);
    NDArray length = energy.square().sum(new int[] {1}, true).add(EPSILON * EPSILON).sqrt();
    return energy.div(length);
  }
}

package dev.coffey.plugins.datafree;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.nn.block.Initial;
import dev.coffey.nn.block.Staged;

/**
 * A learnt vector for each class.
 *
 * @param network takes one-hot labels, (N, K), gives (N, width)
 */
record Embedding(Network network) {
  private static final double LENGTH = 4;
  private static final String VECTOR = "embedding";

  /**
   * A new table, with the role {@code embedding}; its vectors are about 4 long, since shorter ones
   * drown in the noise.
   */
  static Embedding build(Run run, int width) {
    var block =
        Staged.builder()
            .add(Linear.builder().setUnits(width).optBias(false).build())
            .tap(VECTOR)
            .build();
    block.setInitializer(Initial.normal(LENGTH / Math.sqrt(width)), Parameter.Type.WEIGHT);
    return new Embedding(run.build("embedding", block, new Shape(run.data().classes())));
  }

  NDArray of(NDArray labels) {
    return network.forward(Tensors.of("x", labels), Mode.TRAIN).get(VECTOR);
  }

  /**
   * 1/N · Σₙ max(0, ‖eₙ‖ − √width)²: a scalar that keeps vectors from growing.
   *
   * @param vectors (N, width)
   */
  static NDArray excess(NDArray vectors) {
    float allowed = (float) Math.sqrt((double) vectors.getShape().get(1));
    NDArray lengths = vectors.square().sum(new int[] {1}).add(1e-12f).sqrt();
    return lengths.sub(allowed).maximum(0f).square().mean();
  }
}

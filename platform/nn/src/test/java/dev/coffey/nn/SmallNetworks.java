package dev.coffey.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.nn.block.BatchNormalization;
import dev.coffey.nn.block.Staged;
import dev.coffey.nn.test.TestBench;

/** Networks on rows of four numbers. */
final class SmallNetworks {
  static final Shape ROW = new Shape(4);

  private SmallNetworks() {}

  /** Dense, batch normalisation, tanh, dense. */
  static Block withStatistics() {
    return Staged.builder()
        .add(Linear.builder().setUnits(3).build())
        .add(new BatchNormalization())
        .add(Activation::tanh)
        .tap("feature")
        .add(Linear.builder().setUnits(2).build())
        .tap("logits")
        .build();
  }

  static Block linear() {
    return Staged.builder().add(Linear.builder().setUnits(2).build()).tap("logits").build();
  }

  /** Six rows, the same at every call, in scratch. */
  static NDArray rows(Run run) {
    return run.scratch().create(TestBench.normal(24, 5), new Shape(6, 4));
  }

  static NDArray logits(Network network, NDArray x, Mode mode) {
    return network.forward(Tensors.of("x", x), mode).get("logits");
  }

  /** Mean square of the logits in training mode. */
  static NDArray loss(Network network, NDArray x) {
    return logits(network, x, Mode.TRAIN).square().mean();
  }

  /** The weight of the first layer, if that is dense. */
  static NDArray weight(Network network) {
    return ((BlockNetwork) network).weights().byName().get("01Linear_weight");
  }
}

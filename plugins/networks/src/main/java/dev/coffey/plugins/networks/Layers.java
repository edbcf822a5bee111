package dev.coffey.plugins.networks;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import java.util.function.UnaryOperator;

/** The layers these networks are made of. */
final class Layers {
  private Layers() {}

  /** A convolution as residual networks use it: no bias, since a normalisation follows. */
  static Block convolution(int filters, int kernel, int stride) {
    return Conv2d.builder()
        .setFilters(filters)
        .setKernelShape(new Shape(kernel, kernel))
        .optStride(new Shape(stride, stride))
        .optPadding(new Shape(kernel / 2, kernel / 2))
        .optBias(false)
        .build();
  }

  /** A 5x5 convolution with bias and {@code padding} pixels on each side. */
  static Block fiveByFive(int filters, long padding) {
    return Conv2d.builder()
        .setFilters(filters)
        .setKernelShape(new Shape(5, 5))
        .optPadding(new Shape(padding, padding))
        .build();
  }

  /** Maximum over squares of 2x2 pixels; an odd last row or column is left out. */
  static Block halvingMaxPool() {
    var two = new Shape(2, 2);
    return new Stateless(
        x -> Pool.maxPool2d(x, two, two, new Shape(0, 0), false),
        shape -> new Shape(shape.get(0), shape.get(1), shape.get(2) / 2, shape.get(3) / 2));
  }

  /** Mean over height and width: (N, C, H, W) to (N, C). */
  static Block globalMean() {
    return new Stateless(Pool::globalAvgPool2d, shape -> shape.slice(0, 2));
  }

  /** All axes but the first as one: (N, …) to (N, D). */
  static Block flatten() {
    return new Stateless(
        x -> x.reshape(x.getShape().get(0), -1),
        shape -> new Shape(shape.get(0), shape.slice(1).size()));
  }

  static Block relu() {
    return new Stateless(Activation::relu, UnaryOperator.identity());
  }

  static Block identity() {
    return new Stateless(UnaryOperator.identity(), UnaryOperator.identity());
  }

  static Block dense(int units) {
    return Linear.builder().setUnits(units).build();
  }
}

package dev.coffey.plugins.classical;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;

/** The convolutions that adapters are made of. */
final class Layers {
  private Layers() {}

  /** A square kernel at stride 1, without padding, bias or activation. */
  static Block convolution(long filters, long edge) {
    return convolution(filters, new Shape(edge, edge), 1, 0);
  }

  /** Without bias. {@code padding}: pixels on each side. */
  static Block convolution(long filters, Shape kernel, long stride, long padding) {
    return Conv2d.builder()
        .setFilters(Math.toIntExact(filters))
        .setKernelShape(kernel)
        .optStride(new Shape(stride, stride))
        .optPadding(new Shape(padding, padding))
        .optBias(false)
        .build();
  }
}

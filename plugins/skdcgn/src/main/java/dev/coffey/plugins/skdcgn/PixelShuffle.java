package dev.coffey.plugins.skdcgn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * Spreads channels over pixels: (N, C · s², H, W) becomes (N, C, s · H, s · W), channel c · s² + i
 * · s + j holding what goes to row i and column j of each s x s pixels. So a convolution makes
 * large images at the cost of small ones. Source: Shi et al. 2016 (sub-pixel convolution).
 */
final class PixelShuffle {
  private PixelShuffle() {}

  static NDArray apply(NDArray maps, int scale) {
    Shape shape = maps.getShape();
    long channels = shape.get(1) / scale / scale;
    long height = shape.get(2);
    long width = shape.get(3);
    return maps.reshape(-1, channels, scale, scale, height, width)
        .transpose(0, 1, 4, 2, 5, 3)
        .reshape(-1, channels, scale * height, scale * width);
  }
}

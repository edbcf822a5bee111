package dev.coffey.plugins.augment;

import ai.djl.ndarray.NDArray;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Erases a box of random area, shape and place from some of the images. Source: Zhong, Zheng, Kang,
 * Li, Yang 2020, "Random Erasing Data Augmentation", algorithm 1; here the box becomes 0, and its
 * aspect ratio is drawn evenly on a logarithmic scale from those that fit, instead of again and
 * again until one does.
 */
final class Erasing {
  /** Height over width lies between this and its reciprocal, unless no such box fits. */
  private static final double NARROWEST = 0.3;

  private final ErasingOptions options;

  Erasing(ErasingOptions options) {
    this.options = options;
  }

  /** {@code x}: (N, C, H, W); the result is of the same shape and range. */
  NDArray apply(NDArray x, Draws draws) {
    if (options.probability() == 0) {
      return x;
    }
    int height = Math.toIntExact(x.getShape().get(2));
    int width = Math.toIntExact(x.getShape().get(3));
    var boxes =
        Stream.generate(
                () ->
                    draws.happens(options.probability())
                        ? box(draws.random(), height, width)
                        : Box.EMPTY)
            .limit(draws.images())
            .toList();
    return x.mul(Box.mask(draws.manager(), boxes, x.getShape()).neg().add(1));
  }

  /** A box inside the image; its area is as drawn but for the rounding of its sides. */
  Box box(RandomGenerator random, int height, int width) {
    double share =
        options.minArea() + (options.maxArea() - options.minArea()) * random.nextDouble();
    double ratio = ratio(random.nextDouble(), share, (double) height / width);
    double area = share * height * width;
    int high = (int) Math.min(height, Math.round(Math.sqrt(area * ratio)));
    int wide = (int) Math.min(width, Math.round(Math.sqrt(area / ratio)));
    int top = random.nextInt(height - high + 1);
    int left = random.nextInt(width - wide + 1);
    return new Box(top, left, top + high, left + wide);
  }

  /** {@code image}: height over width of the image. */
  private static double ratio(double draw, double share, double image) {
    double lowest = share * image;
    double highest = image / share;
    double from = Math.min(Math.max(NARROWEST, lowest), highest);
    double to = Math.max(Math.min(1 / NARROWEST, highest), lowest);
    return from * Math.pow(to / from, draw);
  }
}

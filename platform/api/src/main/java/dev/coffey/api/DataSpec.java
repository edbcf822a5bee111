package dev.coffey.api;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Stability.Level;
import java.util.List;

/**
 * What a network must know of the data it is built for.
 *
 * @param input shape of one input without the batch axis, (C, H, W) for images
 * @param classes number of classes, 0 where there are no labels
 * @param mean per-channel mean of the inputs over the training data; networks subtract it first
 * @param std per-channel standard deviation; networks divide by it
 */
@Stability(Level.STABLE)
public record DataSpec(Shape input, int classes, List<Float> mean, List<Float> std) {
  /** Checks that mean and deviation fit together, and that no deviation is zero. */
  public DataSpec {
    mean = List.copyOf(mean);
    std = List.copyOf(std);
    if (mean.size() != std.size()) {
      throw new IllegalArgumentException(
          "mean has %d channels, std has %d".formatted(mean.size(), std.size()));
    }
    if (std.stream().anyMatch(value -> !(value > 0))) {
      throw new IllegalArgumentException("std must be above zero, but is " + std);
    }
  }

  /** Data that needs no normalisation. */
  public static DataSpec of(Shape input, int classes) {
    return new DataSpec(input, classes, List.of(), List.of());
  }
}

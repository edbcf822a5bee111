package dev.coffey.plugins.augment;

import dev.coffey.api.Option;

/** Random erasing; with the defaults nothing changes. */
public record ErasingOptions(
    @Option(
            help = "probability that an image loses a box, in [0, 1]",
            value = "0",
            min = 0,
            max = 1)
        double probability,
    @Option(
            help = "smallest share of the image that is erased, in [0, 1]",
            value = "0.02",
            min = 0,
            max = 1)
        double minArea,
    @Option(
            help = "largest share of the image that is erased, in [0, 1]",
            value = "0.33",
            min = 0,
            max = 1)
        double maxArea) {
  /** Refuses a range that is upside down. */
  public ErasingOptions {
    if (!(minArea <= maxArea)) {
      throw new IllegalArgumentException(
          "min-area must not be above max-area, but they are %s and %s"
              .formatted(minArea, maxArea));
    }
  }
}

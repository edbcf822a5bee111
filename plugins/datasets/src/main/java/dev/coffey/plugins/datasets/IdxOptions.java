package dev.coffey.plugins.datasets;

import dev.coffey.api.Option;
import java.util.List;
import java.util.Optional;

/** Options of {@code idx}. */
record IdxOptions(
    @Option(help = "folder with the four IDX files, plain or .gz, under MNIST's names")
        String folder,
    @Option(
            help = "number of classes, 1 to 256; without it, the highest training label plus one",
            min = 1,
            max = 256)
        Optional<Integer> classes,
    @Option(
            help =
                "mean of each channel, pixels being 0 to 1; without it, measured over the training"
                    + " images")
        List<Double> mean,
    @Option(
            help =
                "standard deviation of each channel, above 0; given if and only if mean is given")
        List<Double> std,
    @Option(
            help =
                "training images held back for validation, the same number of each class; without"
                    + " it, a tenth",
            min = 0)
        Optional<Integer> validation) {
  IdxOptions {
    mean = List.copyOf(mean);
    std = List.copyOf(std);
    if (mean.size() != std.size()) {
      throw new IllegalArgumentException(
          "mean and std must have one value for each channel, but mean has %d values and std %d"
              .formatted(mean.size(), std.size()));
    }
    if (std.stream().anyMatch(value -> !(value > 0))) {
      throw new IllegalArgumentException("std must be above 0, but is " + std);
    }
  }
}

package dev.coffey.plugins.variants;

import dev.coffey.api.Option;
import java.util.Optional;

/** Options of {@code colored-mnist}. */
record ColoredOptions(
    @Option(
            help =
                "colours of training and validation images: biased, the digit decides; shifted,"
                    + " independent of it (what a perfect counterfactual generator would give)",
            value = "biased")
        Cues train,
    @Option(
            help =
                "colours of test images: shifted, independent of the digit; biased, as in training",
            value = "shifted")
        Cues test,
    @Option(
            help =
                "variance of a colour about its class's mean, colours being 0 to 1; the benchmark"
                    + " has 0.02 (hardest) to 0.05",
            value = "0.02",
            min = 0,
            max = 1)
        double colorVariance,
    @Option(
            help = "mnist, or strokes: drawn digits, 6,000 and 1,000, that need no files",
            value = "mnist")
        DigitKind digits,
    @Option(
            help =
                "folder with the IDX files of MNIST, plain or .gz, under their usual names;"
                    + " without it, the files of the bundle data-mnist")
        Optional<String> folder,
    @Option(
            help = "decides the colours; not the run's seed, so that all runs see the same images",
            value = "1234")
        long seed) {
  /** Digits as this dataset uses them. */
  DigitSource digitSource() {
    return switch (digits) {
      case MNIST -> MnistDigits.withTestFiles(MnistDigits.files(folder));
      case STROKES -> new StrokeDigits();
    };
  }

  /** What all variants have. */
  VariantOptions variant() {
    return new VariantOptions(train, test, digits, folder, seed);
  }
}

package dev.coffey.plugins.variants;

import dev.coffey.api.Option;
import java.util.Optional;

/** Options of {@code double-colored-mnist} and {@code textured-mnist}. */
record VariantOptions(
    @Option(
            help =
                "looks of training and validation images: biased, the digit decides; shifted,"
                    + " independent of it (what a perfect counterfactual generator would give)",
            value = "biased")
        Cues train,
    @Option(
            help =
                "looks of test images: shifted, independent of the digit; biased, as in training",
            value = "shifted")
        Cues test,
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
            help = "decides the looks; not the run's seed, so that all runs see the same images",
            value = "1234")
        long seed) {
  /** Digits as these two datasets use them. */
  DigitSource digitSource() {
    return switch (digits) {
      case MNIST -> MnistDigits.ofTrainingFiles(MnistDigits.files(folder));
      case STROKES -> new StrokeDigits();
    };
  }
}

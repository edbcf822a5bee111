package dev.coffey.plugins.variants;

import dev.coffey.api.Dataset.Source;
import dev.coffey.api.Run;
import dev.coffey.nn.Seeds;
import dev.coffey.nn.data.Holdout;
import dev.coffey.nn.data.Split;
import dev.coffey.nn.data.Split.Part;

/**
 * Cuts digits into train, validation (a tenth of the training digits, which look as those do) and
 * test. What a digit looks like depends on the options alone: neither on the run's seed nor on
 * which other digits are in the split.
 *
 * @param name of the dataset and of the version of its painting, for the digest
 */
record VariantSplits(
    String name, DigitSource digits, VariantOptions options, Painting.Draw drawing) {
  private static final int VALIDATION_SHARE = 10;

  /** Opens the split written as {@code text}. */
  Source open(Run run, String text) {
    var split = Split.parse(text);
    var whole = split.part() == Part.TEST ? test(run) : held(run, split.part());
    return split.count().isPresent()
        ? whole.balanced(split.count().getAsInt(), run.random())
        : whole;
  }

  private PaintedImages test(Run run) {
    return painted(run, digits.test(), options.test(), "test");
  }

  private PaintedImages held(Run run, Part part) {
    var training = digits.training();
    int validation = training.count() / VALIDATION_SHARE;
    var holdout = Holdout.of(training.labels(), Digits.CLASSES, validation);
    return painted(run, training, options.train(), "training")
        .subset(part == Part.TRAIN ? holdout.train() : holdout.validation());
  }

  private PaintedImages painted(Run run, Digits digits, Cues cues, String which) {
    var factors =
        Factors.of(digits.labels(), cues, Seeds.generator(options.seed(), which, "factors"));
    var painting = drawing.of(factors, purpose -> Seeds.generator(options.seed(), which, purpose));
    return new PaintedImages(run, name, digits.source(run), factors, painting);
  }
}

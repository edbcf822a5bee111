package dev.coffey.plugins.datasets;

import dev.coffey.api.DataSpec;
import dev.coffey.api.Dataset.Source;
import dev.coffey.api.Run;
import dev.coffey.nn.data.ByteImages;
import dev.coffey.nn.data.Holdout;
import dev.coffey.nn.data.Split;
import dev.coffey.nn.idx.FileSource;
import dev.coffey.nn.idx.LabelledImages;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * The splits of a dataset in the four IDX files of MNIST: train and validation come from the
 * training files, test from the test files, which are opened for that split alone.
 *
 * @param files where the files are
 * @param rule finds the data's description
 * @param validation images to hold back for validation, given the training images
 */
record IdxSplits(FileSource files, SpecRule rule, ToIntFunction<LabelledImages> validation) {
  /** Describes the data; asks for the training images only if it must look at them. */
  @FunctionalInterface
  interface SpecRule {
    DataSpec spec(Supplier<LabelledImages> training);
  }

  /** Opens the split written as {@code text}. */
  Source open(Run run, String text) {
    var split = Split.parse(text);
    var whole = split.part() == Split.Part.TEST ? test(run) : held(run, split.part(), training());
    return split.count().isPresent()
        ? whole.balanced(split.count().getAsInt(), run.random())
        : whole;
  }

  private ByteImages test(Run run) {
    var spec = rule.spec(this::training);
    return LabelledImages.read(files, "t10k").check(spec).source(run, spec);
  }

  private ByteImages held(Run run, Split.Part part, LabelledImages training) {
    var spec = rule.spec(() -> training);
    training.check(spec);
    int count = validation.applyAsInt(training);
    var holdout = Holdout.of(training.labels(), spec.classes(), count);
    if (part == Split.Part.TRAIN) {
      return training.source(run, spec).subset(holdout.train());
    }
    if (count == 0) {
      throw new IllegalArgumentException(
          "there is no validation split: of the %d training images none are held back"
              .formatted(training.count()));
    }
    return training.source(run, spec).subset(holdout.validation());
  }

  private LabelledImages training() {
    return LabelledImages.read(files, "train");
  }
}

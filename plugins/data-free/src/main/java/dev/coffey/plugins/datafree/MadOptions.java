package dev.coffey.plugins.datafree;

import dev.coffey.api.Option;
import java.util.Optional;

/** Options of the method {@code mad}. */
record MadOptions(
    @Option(help = "size of the generator") GeneratorOptions generator,
    @Option(help = "batch size and turns; a batch each of generator and average") Rhythm rhythm,
    @Option(help = "distance of student and teacher") Discrepancy discrepancy,
    @Option(
            help = "share of the moving average that stays (alpha)",
            value = "0.95",
            min = 0,
            max = 1)
        double alpha,
    @Option(
            help = "the student's weight of the generator's images (lambda 0)",
            value = "0.5",
            min = 0)
        double current,
    @Option(
            help = "the student's weight of the average's images (lambda 1)",
            value = "0.5",
            min = 0)
        double averaged,
    @Option(
            help =
                "most a sample can give the generator, so that it gains nothing from images that"
                    + " are too hard already (delta); no limit if left out",
            min = 0)
        Optional<Double> bound,
    @Option(
            help = "uncond, sum (noise plus a learnt embedding of the class) or cat",
            value = "uncond")
        ClassInput classes,
    @Option(
            help = "the generator's weight of the teacher's cross-entropy of the wanted class",
            value = "1",
            min = 0)
        double label,
    @Option(
            help = "the generator's weight of embeddings longer than the square root of nz",
            value = "0.1",
            min = 0)
        double length,
    @Option(
            help =
                "steps from one report of how far generator and average move to the next; 0 for"
                    + " never",
            value = "0",
            min = 0)
        int shiftEvery) {
  /** How a generator is told the class. */
  enum ClassInput {
    UNCOND,
    SUM,
    CAT
  }

  MadOptions {
    if (current == 0) {
      throw new IllegalArgumentException("current must be above 0, but is " + current);
    }
  }

  /** Width of the generator's input. */
  int inputs() {
    return classes == ClassInput.CAT ? 2 * generator.nz() : generator.nz();
  }
}

package dev.coffey.plugins.bss;

import dev.coffey.api.Option;

/** Options of the method {@code bss}. Defaults are those of the paper's code. */
record BssOptions(
    @Option(help = "softmax temperature of both sides, above 0", value = "3", min = 0)
        double temperature,
    @Option(
            help =
                "whether to multiply both soft losses by the temperature squared, as the loss kd-kl"
                    + " does",
            value = "false")
        boolean scaleByTemperature,
    @Option(help = "weight of the hard labels, at least 0", value = "1", min = 0)
        double labelWeight,
    @Option(
            help = "weight of the teacher's soft labels at the beginning, at least 0",
            value = "4",
            min = 0)
        double softWeight,
    @Option(help = "their weight at the end, at least 0", value = "1", min = 0)
        double softWeightAtEnd,
    @Option(
            help = "weight of the boundary samples at the beginning, at least 0; 0 makes none",
            value = "2",
            min = 0)
        double boundaryWeight,
    @Option(
            help =
                "share of training, above 0, at which that weight has fallen to 0; none are made"
                    + " from there on",
            value = "0.75",
            min = 0,
            max = 1)
        double boundaryUntil,
    @Option(
            help = "at most this many samples of a batch are moved to the boundary",
            value = "64",
            min = 1)
        int attacked,
    @Option(
            help =
                "none, or paper: whether samples are left out that did not end in their target class",
            value = "none")
        Reject reject,
    @Option(help = "how samples are moved to the boundary") AttackOptions attack) {
  /** Which moved samples are not trained on. */
  enum Reject {
    /** All are trained on, as in the paper's code. */
    NONE,
    /** Those that did not end in their target class are left out, as in the paper's text. */
    PAPER
  }

  /** Refuses a temperature or a boundary-until of zero. */
  BssOptions {
    if (!(temperature > 0)) {
      throw new IllegalArgumentException("temperature must be above 0, but is " + temperature);
    }
    if (!(boundaryUntil > 0)) {
      throw new IllegalArgumentException("boundary-until must be above 0, but is " + boundaryUntil);
    }
  }

  /** a: falls linearly from softWeight to softWeightAtEnd. {@code done}: share of training. */
  double softWeight(double done) {
    return softWeightAtEnd + (softWeight - softWeightAtEnd) * Math.max(1 - done, 0);
  }

  /**
   * b: falls linearly from boundaryWeight to 0 at boundaryUntil. {@code done}: share of training.
   */
  double boundaryWeight(double done) {
    return boundaryWeight * Math.max(1 - done / boundaryUntil, 0);
  }
}

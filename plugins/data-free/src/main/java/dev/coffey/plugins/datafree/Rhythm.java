package dev.coffey.plugins.datafree;

import dev.coffey.api.Option;

/** How student and generator take turns in one step of the run. */
record Rhythm(
    @Option(help = "images an update", value = "512", min = 2) int batch,
    @Option(help = "updates of the student a step (n_S)", value = "5", min = 1) int studentSteps,
    @Option(
            help = "updates of the generator a step (n_G), after the student's",
            value = "1",
            min = 0)
        int generatorSteps) {
  /** The student's turns alone. */
  Rhythm withoutGenerator() {
    return new Rhythm(batch, studentSteps, 0);
  }
}

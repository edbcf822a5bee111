package dev.coffey.api;

import dev.coffey.api.Stability.Level;
import java.util.Map;

/** Something that happened in an experiment. */
@Stability(Level.STABLE)
public sealed interface Event {
  /** The run it happened in: {@code METHOD/seed-N}, or {@code teacher/seed-N}. */
  String run();

  /**
   * A stage begins.
   *
   * @param stage {@code train-teacher}, {@code distil}, {@code evaluate}, …
   * @param totalSteps steps it will have
   */
  record StageStarted(String run, String stage, long totalSteps) implements Event {}

  /** One training step is done. */
  record StepDone(String run, long step, int epoch) implements Event {}

  /** One point of a curve. {@code series}: {@code train/loss}, {@code validation/accuracy}, … */
  record Reported(String run, String series, int epoch, long step, double value) implements Event {}

  /** One epoch is done. */
  record EpochDone(String run, int epoch, double seconds) implements Event {}

  /** A split was evaluated. */
  record Evaluated(String run, String split, Map<String, Double> metrics) implements Event {}

  /** An artefact was published under its content's digest. */
  record Published(String run, String artefact, String digest) implements Event {}

  /** The run is finished. {@code seconds}: wall time. */
  record Finished(String run, double seconds) implements Event {}

  /** The run failed. {@code message}: a sentence for people. */
  record Failed(String run, String message) implements Event {}
}

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

  /**
   * Images of one series were kept as a PNG file.
   *
   * @param series as in {@link Run#picture}
   * @param file its path in the run's folder, with slashes
   * @since 1.3
   */
  record Pictured(String run, String series, int epoch, long step, String file) implements Event {}

  /** One epoch is done. */
  record EpochDone(String run, int epoch, double seconds) implements Event {}

  /** A split was evaluated. */
  record Evaluated(String run, String split, Map<String, Double> metrics) implements Event {}

  /** An artefact was published under its content's digest. */
  record Published(String run, String artefact, String digest) implements Event {}

  /**
   * The run goes on from a checkpoint; what it had told of later steps is void. Comes before the
   * stage starts again.
   *
   * @param epoch the epoch it goes on in
   * @param step steps it has done
   */
  record Resumed(String run, int epoch, long step) implements Event {}

  /**
   * From the next epoch on the run uses another version of a service.
   *
   * @param kind {@code loss}, {@code composer}, {@code metric} or {@code observer}
   * @param epoch the last epoch of the version before
   * @param from the version before, with the first digits of its jar's SHA-256: {@code 1.0.0
   *     (3f2a…)}
   * @param to the version from now on, written alike
   */
  record Swapped(String run, String kind, String id, int epoch, String from, String to)
      implements Event {}

  /**
   * Another version of a service was there, but the run stays with the one it has.
   *
   * @param reason a sentence for people
   */
  record SwapRefused(
      String run, String kind, String id, int epoch, String from, String to, String reason)
      implements Event {}

  /** The run is finished. {@code seconds}: wall time. */
  record Finished(String run, double seconds) implements Event {}

  /** The run failed. {@code message}: a sentence for people. */
  record Failed(String run, String message) implements Event {}
}

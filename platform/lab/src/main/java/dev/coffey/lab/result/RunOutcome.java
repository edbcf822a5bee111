package dev.coffey.lab.result;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;

/**
 * How one run ended.
 *
 * @param method label of the method
 * @param seed its seed
 * @param metrics figures of the last epoch's student on the test split; ignored if it failed
 * @param best the same of the student that was best on validation
 * @param seconds wall time of training
 * @param steps training steps
 * @param peakMemory bytes
 * @param parameters trainable parameters of the student
 * @param macs multiply-adds of one sample
 * @param imagesPerSecond what the student answers; NaN if unknown
 * @param failure a sentence saying why, if it failed
 */
public record RunOutcome(
    String method,
    long seed,
    Map<String, Double> metrics,
    Map<String, Double> best,
    double seconds,
    long steps,
    long peakMemory,
    long parameters,
    long macs,
    double imagesPerSecond,
    Optional<String> failure) {
  /** Checks that nothing is missing. */
  public RunOutcome {
    requireNonNull(method, "method is null");
    requireNonNull(failure, "failure is null");
    metrics = Map.copyOf(metrics);
    best = Map.copyOf(best);
  }

  /** A run that failed. {@code message}: a sentence saying why. */
  public static RunOutcome failed(String method, long seed, String message) {
    return new RunOutcome(
        method, seed, Map.of(), Map.of(), Double.NaN, 0, 0, 0, 0, Double.NaN, Optional.of(message));
  }

  /** The run's name: {@code METHOD/seed-N}. */
  public String run() {
    return method + "/seed-" + seed;
  }

  boolean succeeded() {
    return failure.isEmpty();
  }
}

package dev.coffey.lab.result;

import static java.util.Objects.requireNonNull;

/**
 * What a method took.
 *
 * @param seconds wall time of training, per run
 * @param steps training steps of one run
 * @param peakMemory bytes, the largest of the runs
 * @param parameters trainable parameters of the exported student
 * @param macs multiply-adds of one sample's forward pass through the student
 * @param imagesPerSecond what the student answers on the run's machine, per run
 */
public record Cost(
    Summary seconds,
    long steps,
    long peakMemory,
    long parameters,
    long macs,
    Summary imagesPerSecond) {
  /** Checks that nothing is missing. */
  public Cost {
    requireNonNull(seconds, "seconds is null");
    requireNonNull(imagesPerSecond, "images per second is null");
  }
}

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
 */
public record Cost(Summary seconds, long steps, long peakMemory, long parameters, long macs) {
  /** Checks that nothing is missing. */
  public Cost {
    requireNonNull(seconds, "seconds is null");
  }
}

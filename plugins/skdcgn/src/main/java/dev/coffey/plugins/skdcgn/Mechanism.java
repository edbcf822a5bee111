package dev.coffey.plugins.skdcgn;

import ai.djl.ndarray.NDArray;
import java.util.Locale;

/** What one of the networks of a counterfactual generative network makes of its latents. */
enum Mechanism {
  /** Where the object is: {@code mask}, (N, 1, H, W), in [1e-4, 0.9999]. */
  SHAPE("mask", 1),
  /** The object's surface: {@code image}, (N, 3, H, W), in [0, 1]. */
  TEXTURE("image", 3),
  /** What is behind the object: {@code image}, (N, 3, H, W), in [0, 1]. */
  BACKGROUND("image", 3);

  private static final float LEAST = 1e-4f;
  private static final float MOST = 0.9999f;

  private final String tap;
  private final int channels;

  Mechanism(String tap, int channels) {
    this.tap = tap;
    this.channels = channels;
  }

  /** Name of its only output. */
  String tap() {
    return tap;
  }

  /** Channels of its output. */
  int channels() {
    return channels;
  }

  /** Its name in files and curves. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** From [−1, 1] to the units of its output. */
  NDArray output(NDArray x) {
    NDArray unit = x.add(1f).mul(0.5f);
    return this == SHAPE ? unit.clip(LEAST, MOST) : unit;
  }
}

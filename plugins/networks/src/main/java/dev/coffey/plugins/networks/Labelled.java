package dev.coffey.plugins.networks;

import dev.coffey.api.DataSpec;

/** Data that a classifier can be trained on. */
final class Labelled {
  private Labelled() {}

  /** Throws if {@code data} has no classes. */
  static void check(String network, DataSpec data) {
    if (data.classes() < 1) {
      throw new IllegalArgumentException(
          "%s needs data with classes, but this data has none".formatted(network));
    }
  }
}

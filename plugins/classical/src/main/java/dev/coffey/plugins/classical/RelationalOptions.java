package dev.coffey.plugins.classical;

import dev.coffey.api.Option;

/** Options of the loss {@code rkd}. */
public record RelationalOptions(
    @Option(help = "weight of distances", value = "25", min = 0) double distance,
    @Option(help = "weight of angles", value = "50", min = 0) double angle) {
  /** Refuses weights below zero. */
  public RelationalOptions {
    Refused.unless(distance >= 0, "distance must not be negative, but is %s", distance);
    Refused.unless(angle >= 0, "angle must not be negative, but is %s", angle);
  }
}

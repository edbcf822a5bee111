package dev.coffey.lab.result;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What networks that are used together cost.
 *
 * @param parameters of all of them
 * @param macs multiply-adds, one sample through each
 * @param imagesPerSecond through all of them; 0 if that wasn't measured
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record NetworkCost(long parameters, long macs, double imagesPerSecond) {
  /** There are no networks. */
  public static NetworkCost nothing() {
    return new NetworkCost(0, 0, 0);
  }

  /** Whether there are networks. */
  @JsonIgnore
  public boolean isKnown() {
    return parameters > 0 || macs > 0;
  }
}

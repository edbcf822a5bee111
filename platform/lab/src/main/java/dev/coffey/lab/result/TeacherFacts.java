package dev.coffey.lab.result;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The teacher all rows learned from.
 *
 * @param network id of its network
 * @param digest SHA-256 of the artefact
 * @param parameters trainable parameters
 * @param macs multiply-adds of one sample's forward pass; 0 if unknown
 * @param imagesPerSecond what it answers on the machine of the first run; NaN if unknown
 * @param metrics its own figures on the test split, in order
 */
public record TeacherFacts(
    String network,
    String digest,
    long parameters,
    long macs,
    double imagesPerSecond,
    Map<String, Double> metrics) {
  /** Checks that nothing is missing. */
  public TeacherFacts {
    requireNonNull(network, "network is null");
    requireNonNull(digest, "digest is null");
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
  }
}

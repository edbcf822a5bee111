package dev.coffey.lab.result;

import static java.util.Objects.requireNonNull;

/**
 * The data all rows were trained and tested on.
 *
 * @param dataset id of the dataset
 * @param digest SHA-256 over its content
 */
public record DataFacts(String dataset, String digest) {
  /** Checks that nothing is missing. */
  public DataFacts {
    requireNonNull(dataset, "dataset is null");
    requireNonNull(digest, "digest is null");
  }
}

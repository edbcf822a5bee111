package dev.coffey.api;

import dev.coffey.api.Stability.Level;
import java.util.Iterator;
import java.util.random.RandomGenerator;
import org.osgi.annotation.versioning.ConsumerType;

/** Samples with optional labels. */
@ConsumerType
@Stability(Level.STABLE)
public non-sealed interface Dataset extends Plugin {
  /**
   * Opens one split. Needs no engine: only {@link Source#batches} and {@link Source#rows} make
   * arrays.
   *
   * @param split {@code train}, {@code validation} or {@code test}; {@code train:500} is a subset
   *     of 500 samples with the classes in equal numbers, drawn with {@link Run#random()}
   * @throws IllegalArgumentException if there is no such split, or it has too few samples
   * @throws java.io.UncheckedIOException if a file is missing or damaged; the message names it
   */
  Source open(Run run, String split);

  /** One split of a dataset. Stateless once open; may be read by several iterators at a time. */
  @ConsumerType
  @Stability(Level.STABLE)
  interface Source {
    /** Shape, classes, normalisation. The same for all splits. */
    DataSpec spec();

    /** SHA-256 over the samples' content and order, in lower-case hexadecimal. */
    String digest();

    /** Number of samples; −1 for an endless stream. */
    long size();

    /**
     * Batches of {@code size} samples, the last one smaller if need be: in the order of the source
     * if {@code order} is null, else shuffled by it. Every batch has {@code x} (or what else its
     * networks read, {@code z} for generators), {@code index}, and {@code y} where there are
     * labels, made in {@link Run#scratch()} when {@code next} is called.
     */
    Iterator<Tensors> batches(int size, RandomGenerator order);

    /** The samples with these indices, as one batch. */
    Tensors rows(long... index);
  }
}

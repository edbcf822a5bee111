package dev.coffey.api;

import dev.coffey.api.Stability.Level;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Supplies networks to be trained. The exported artefact is exactly what it returns. */
@ConsumerType
@Stability(Level.STABLE)
public non-sealed interface Student extends Plugin {
  /**
   * Builds the networks for {@link Run#data()} with {@link Run#build}. The first has the role
   * {@code student}; further ones {@code student.NAME}. A classifier gives (N, classes) under
   * {@code logits}. Never empty. Called once a run, on its thread.
   *
   * @throws IllegalArgumentException if it cannot be built for this data
   */
  List<Network> open(Run run);
}

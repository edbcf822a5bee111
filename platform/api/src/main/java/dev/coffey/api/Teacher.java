package dev.coffey.api;

import dev.coffey.api.Stability.Level;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Supplies networks that are not trained: classifiers, encoders, generators that come from
 * elsewhere. (A teacher that Coffey trains is a {@link Student} of an earlier stage.)
 */
@ConsumerType
@Stability(Level.STABLE)
public non-sealed interface Teacher extends Plugin {
  /**
   * Makes the teacher's networks, their weights loaded, frozen. The first has the role {@code
   * teacher}. Never empty. Called once a run, on its thread.
   */
  List<Network> open(Run run);
}

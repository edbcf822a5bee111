package dev.coffey.api;

import dev.coffey.api.Stability.Level;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One iteration of a training procedure, in as many update phases as it likes. Most methods need
 * none of their own: the built-in {@code weighted-sum} trains the student on a weighted sum of
 * losses.
 */
@ConsumerType
@Stability(Level.STABLE)
public non-sealed interface Method extends Plugin {
  /** Opens the method for one run. Called on the run's thread, after teacher and student. */
  Procedure open(Run run);

  /**
   * Whether it trains on samples of the dataset. If not, the training split is never opened, every
   * batch is empty, and an epoch has as many steps as the experiment's {@code
   * train.steps-per-epoch} says; validation and test splits are still used to measure the student.
   *
   * @since 1.2
   */
  default boolean needsData() {
    return true;
  }

  /** A method at work in one run. */
  @ConsumerType
  @Stability(Level.STABLE)
  interface Procedure {
    /** Trains on one composed batch. */
    void step(Tensors batch);

    /** Called after the last step of every epoch, with {@link Run#scratch} memory of its own. */
    default void endEpoch() {}

    /** Writes the state in its fields, as {@link Loss.Term#save} does; part of every checkpoint. */
    default void save(OutputStream out) throws IOException {}

    /**
     * Takes over what {@link #save} wrote, as {@link Loss.Term#load} does.
     *
     * @throws IOException if it can't go on with that state
     */
    default void load(InputStream in) throws IOException {}
  }
}

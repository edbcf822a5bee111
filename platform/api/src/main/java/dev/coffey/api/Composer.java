package dev.coffey.api;

import dev.coffey.api.Stability.Level;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Mixes, augments, attacks or generates training samples. */
@ConsumerType
@Stability(Level.STABLE)
public non-sealed interface Composer extends Plugin {
  /** Opens the composer for one run. Called on the run's thread. */
  Mixer open(Run run);

  /** A composer at work in one run. */
  @ConsumerType
  @Stability(Level.STABLE)
  interface Mixer {
    /**
     * The batch to train on: may add names or replace rows. {@code batch} is empty for a data-free
     * method. Called without recording, before the update; arrays belong in {@link Run#scratch()}.
     */
    Tensors compose(Tensors batch);

    /** Networks of its own that are trained (a generator). */
    default List<Network> trained() {
      return List.of();
    }

    /** Writes the state in its fields, as {@link Loss.Term#save} does. */
    default void save(OutputStream out) throws IOException {}

    /**
     * Takes over what {@link #save} wrote, as {@link Loss.Term#load} does.
     *
     * @throws IOException if this version can't go on with that state
     */
    default void load(InputStream in) throws IOException {}
  }
}

package dev.coffey.api;

import dev.coffey.api.Stability.Level;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/** Accumulates an evaluation figure. */
@ConsumerType
@Stability(Level.STABLE)
public non-sealed interface Metric extends Plugin {
  /** Opens a meter for one pass over one split. Called on the run's thread. */
  Meter open(Run run);

  /** Whether it reads {@code teacher/…}; such a metric is left out where there is no teacher. */
  default boolean comparesWithTeacher() {
    return false;
  }

  /** A metric at work on one pass over the data. */
  @ConsumerType
  @Stability(Level.STABLE)
  interface Meter {
    /**
     * Takes in one batch: {@code student/TAP}, {@code teacher/TAP}, {@code batch/NAME}. Called
     * without recording. A metric that compares with the teacher may ask both networks more, with
     * {@link Run#network} and {@link Run#gradient}: the student's is then the one that is judged.
     */
    void add(Tensors outputs);

    /**
     * The figures so far. The main one is named like the metric's id; details have a slash: {@code
     * confusion/3/5}.
     */
    Map<String, Double> read();
  }
}

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
     *
     * <p>Of a stage that makes samples each batch is one that was just made: {@code batch/NAME} is
     * what composers left ({@code x}, {@code mask}, …). If the stage has a judge, {@code judge/TAP}
     * are that network's outputs on {@code x}, and {@code real/TAP} those on as many images of the
     * test split of the stage's dataset, in their order. Real images are shown once: when they end,
     * {@code real/TAP} has fewer rows or is missing, so count the rows of each. What a metric needs
     * and doesn't find it tells with an {@link IllegalArgumentException}: every metric is tried on
     * a few samples before anything is made.
     */
    void add(Tensors outputs);

    /**
     * The figures so far. The main one is named like the metric's id; details have a slash: {@code
     * confusion/3/5}.
     */
    Map<String, Double> read();
  }
}

package dev.coffey.api;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Stability.Level;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/** A differentiable objective. */
@ConsumerType
@Stability(Level.STABLE)
public non-sealed interface Loss extends Plugin {
  /**
   * The tensors this loss reads and where each comes from unless the user wires it otherwise: input
   * name → {@code student/TAP}, {@code teacher/TAP} or {@code batch/NAME}. A loss that names no
   * teacher tap never costs a teacher forward.
   */
  Map<String, String> inputs();

  /** Opens the loss for one run. Called once a use, on the run's thread. */
  Term open(Run run);

  /**
   * Opens the loss for one run, with what its inputs will look like: the place to build adapters
   * that fit. This is what the platform calls; unless overridden it opens the loss without looking.
   *
   * @param shapes input name → shape of one sample (without the batch axis) of what the input is
   *     wired to; inputs from {@code batch} have an entry if it is {@code x}, {@code y} or {@code
   *     index}
   * @throws ShapeMismatch if inputs of these shapes can't be compared
   */
  default Term open(Run run, Map<String, Shape> shapes) {
    return open(run);
  }

  /** A loss at work in one run; may own adapters, shadows and buffers. */
  @ConsumerType
  @Stability(Level.STABLE)
  interface Term {
    /**
     * The loss of one batch: a scalar, averaged over the batch. Called while gradients are
     * recorded.
     *
     * @param inputs the tensors of {@link Loss#inputs()}, under those names; teacher values are
     *     constants
     */
    NDArray value(Tensors inputs);

    /** Networks of its own that are trained with the student (adapters, critics). */
    default List<Network> trained() {
      return List.of();
    }

    /** Called after the step, not recorded: banks, queues, moving averages. */
    default void after(Tensors inputs) {}

    /**
     * Writes the state that lives in fields of this term (a counter, the place in a queue), so that
     * a run that was broken off, or another version, can go on with it. Buffers of {@link
     * Run#buffer} and networks of {@link Run#build} are kept by the kernel and don't belong here.
     * The stream stays open.
     */
    default void save(OutputStream out) throws IOException {}

    /**
     * Takes over what {@link #save} of this or another version wrote. Called right after {@link
     * Loss#open}, before the first {@link #value}; every byte must be read.
     *
     * @throws IOException if this version can't go on with that state; the run then stays with the
     *     version it has
     */
    default void load(InputStream in) throws IOException {}
  }
}

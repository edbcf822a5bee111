package dev.coffey.api;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.initializer.Initializer;
import dev.coffey.api.Stability.Level;
import org.osgi.annotation.versioning.ProviderType;

/** Where a run's arrays live. */
@ProviderType
@Stability(Level.STABLE)
public interface Memory {
  /** Lives as long as the run. Closed by the kernel. */
  NDManager memory();

  /** Lives as long as the current step (or evaluation batch). Closed by the kernel. */
  NDManager scratch();

  /**
   * Persistent state that is not trained: a memory bank, a queue. Part of every checkpoint. The
   * first call with a name makes it, later calls return it.
   */
  NDArray buffer(String name, Shape shape, Initializer initializer);
}

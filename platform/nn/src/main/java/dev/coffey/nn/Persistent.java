package dev.coffey.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Weights and buffers. The result of an operation belongs to the manager of its first operand, so
 * whatever a block computes from a weight ends up here too; {@link #sweep} closes it after the
 * step.
 */
final class Persistent {
  private final EngineAccess engine;
  private final Set<String> kept = new HashSet<>();
  private Optional<NDManager> manager = Optional.empty();

  Persistent(EngineAccess engine) {
    this.engine = engine;
  }

  NDManager manager() {
    if (manager.isEmpty()) {
      manager = Optional.of(engine.memory().newSubManager());
    }
    return manager.get();
  }

  /** Spares {@code array}, which must belong to {@link #manager}, from sweeping. */
  NDArray keep(NDArray array) {
    kept.add(array.getUid());
    return array;
  }

  /** Closes an array that was kept. */
  void drop(NDArray array) {
    kept.remove(array.getUid());
    array.close();
  }

  boolean keeps(NDArray array) {
    return kept.contains(array.getUid());
  }

  void sweep() {
    if (manager.isEmpty()) {
      return;
    }
    List<NDArray> alive = manager.get().getManagedArrays();
    if (alive.size() > kept.size()) {
      alive.stream().filter(array -> !keeps(array)).forEach(NDArray::close);
    }
  }
}

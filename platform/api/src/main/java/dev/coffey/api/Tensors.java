package dev.coffey.api;

import ai.djl.ndarray.NDArray;
import dev.coffey.api.Stability.Level;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Named tensors: a batch, the outputs of a network, or the wiring of a loss. Immutable; the arrays
 * are shared, never copied, and stay with the manager they were made in.
 *
 * <p>Reserved names of a batch: {@code x} (inputs), {@code y} (labels, int32, (N)), {@code index}
 * (stable sample index, int64, (N)), {@code view1}, {@code view2}, {@code z}, {@code lambda},
 * {@code perm}, {@code jointLabel}, {@code mask}. Of a network's outputs: {@code logits}, {@code
 * feature}, {@code embedding}, {@code image}, {@code stage1}, {@code stage2}, …
 */
@ProviderType
@Stability(Level.STABLE)
public interface Tensors {
  /**
   * The array called {@code name}.
   *
   * @throws IllegalArgumentException if there is none; the message lists the names that exist
   */
  NDArray get(String name);

  /** The array called {@code name}, if there is one. */
  Optional<NDArray> find(String name);

  /** These tensors with {@code name} added or replaced. */
  Tensors with(String name, NDArray value);

  /** All names, in the order they were added. */
  Set<String> names();

  /** Tensors without any entry: the batch a data-free method starts from. */
  static Tensors empty() {
    return new NamedTensors(Map.of());
  }

  /** Tensors with one entry. */
  static Tensors of(String name, NDArray value) {
    return empty().with(name, value);
  }

  /** Tensors with the entries of {@code arrays}, in its order. */
  static Tensors of(Map<String, NDArray> arrays) {
    return new NamedTensors(arrays);
  }
}

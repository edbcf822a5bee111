package dev.coffey.nn;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the numbers of a PyTorch graph until its backward pass is over.
 *
 * <p>DJL 0.35.1 hands PyTorch the memory of Java buffers and lets go of a buffer when its array is
 * closed. {@code x.mul(2)} and {@code x.pow(2)} make an array of the number and close it at once,
 * while the graph goes on reading its memory: once the garbage collector ran, gradients are wrong
 * or the process dies. Here the buffers of all arrays made meanwhile are held.
 */
final class TorchGraph implements AutoCloseable {
  private final Optional<NDScope> scope;

  private TorchGraph(Optional<NDScope> scope) {
    this.scope = scope;
  }

  /** From now on, in this thread, if {@code engine} is PyTorch; nothing otherwise. */
  static TorchGraph open(Engine engine) {
    if (!engine.getEngineName().equals("PyTorch")) {
      return new TorchGraph(Optional.empty());
    }
    NDScope scope = new NDScope();
    try {
      // DJL tells the innermost scope of every array that is made
      Field arrays = NDScope.class.getDeclaredField("resources");
      arrays.setAccessible(true);
      arrays.set(scope, new Buffers(engine));
    } catch (ReflectiveOperationException changed) {
      scope.close();
      throw changed(changed);
    }
    return new TorchGraph(Optional.of(scope));
  }

  private static IllegalStateException changed(ReflectiveOperationException cause) {
    return new IllegalStateException(
        "this version of DJL keeps PyTorch's arrays in another way; Coffey needs 0.35.1", cause);
  }

  @Override
  public void close() {
    scope.ifPresent(NDScope::close);
  }

  /** Remembers the arrays' buffers, and no array, since a scope closes those it has. */
  private static final class Buffers extends IdentityHashMap<NDArray, NDArray> {
    private static final long serialVersionUID = 1L;

    private final transient Field buffer;
    private final transient List<Object> held = new ArrayList<>();

    Buffers(Engine engine) throws ReflectiveOperationException {
      // by name, since the engine's classes are a bundle's
      buffer =
          Class.forName("ai.djl.pytorch.engine.PtNDArray", true, engine.getClass().getClassLoader())
              .getDeclaredField("dataRef");
      buffer.setAccessible(true);
    }

    @Override
    public NDArray put(NDArray array, NDArray same) {
      try {
        Object memory = buffer.get(array);
        if (memory != null) {
          held.add(memory);
        }
        return null;
      } catch (ReflectiveOperationException unreadable) {
        throw changed(unreadable);
      }
    }
  }
}

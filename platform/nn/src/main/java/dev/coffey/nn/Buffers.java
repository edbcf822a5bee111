package dev.coffey.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.initializer.Initializer;
import dev.coffey.nn.block.Initial;
import dev.coffey.nn.file.ArrayFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** Persistent arrays that are not trained, by name. */
final class Buffers {
  private final long seed;
  private final Persistent persistent;
  private final Map<String, NDArray> byName = new LinkedHashMap<>();

  Buffers(long seed, Persistent persistent) {
    this.seed = seed;
    this.persistent = persistent;
  }

  NDArray get(String name, Shape shape, Initializer initializer) {
    NDArray buffer = byName.computeIfAbsent(name, key -> make(key, shape, initializer));
    if (!buffer.getShape().equals(shape)) {
      throw new IllegalArgumentException(
          "the buffer '%s' is %s, but was asked for as %s"
              .formatted(name, buffer.getShape(), shape));
    }
    return buffer;
  }

  private NDArray make(String name, Shape shape, Initializer initializer) {
    Initializer chosen =
        initializer instanceof Initial initial
            ? InitialWeights.drawn(initial, seed, "buffer", name)
            : initializer;
    return persistent.keep(chosen.initialize(persistent.manager(), shape, DataType.FLOAT32));
  }

  /** Puts copies in the place of a scope's buffers, and gives the originals. */
  Map<String, NDArray> setAside(String scope) {
    var aside = new LinkedHashMap<>(byName);
    aside.keySet().removeIf(name -> !name.startsWith(scope + "/"));
    aside.forEach((name, buffer) -> byName.put(name, persistent.keep(copy(buffer))));
    return aside;
  }

  private NDArray copy(NDArray buffer) {
    NDArray copy = buffer.duplicate();
    copy.attach(persistent.manager());
    return copy;
  }

  /** Puts the originals back in the place of the copies, and of what was made since. */
  void restore(String scope, Map<String, NDArray> aside) {
    var since = new LinkedHashMap<>(byName);
    since.keySet().removeIf(name -> !name.startsWith(scope + "/"));
    byName.keySet().removeAll(since.keySet());
    drop(since);
    byName.putAll(aside);
  }

  /** Closes buffers that were set aside. */
  void drop(Map<String, NDArray> aside) {
    aside.values().forEach(persistent::drop);
  }

  void save(OutputStream out) throws IOException {
    ArrayFile.write(out, byName);
  }

  /** Overwrites buffers that exist and makes the others. */
  void load(InputStream in) throws IOException {
    Map<String, ArrayFile.Content> contents = ArrayFile.read(in);
    for (var entry : contents.entrySet()) {
      NDArray existing = byName.get(entry.getKey());
      if (existing != null && !entry.getValue().fits(existing)) {
        throw new IOException(
            "the saved buffer '%s' is %s, but this run has it as %s"
                .formatted(entry.getKey(), entry.getValue().shape(), existing.getShape()));
      }
    }
    contents.forEach(this::restore);
  }

  private void restore(String name, ArrayFile.Content content) {
    NDArray existing = byName.get(name);
    if (existing == null) {
      byName.put(name, persistent.keep(content.create(persistent.manager())));
    } else {
      content.copyInto(existing);
    }
  }
}

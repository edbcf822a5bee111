package dev.coffey.lab.method;

import ai.djl.ndarray.types.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Outputs of one frozen teacher on samples that stay the same, computed once and shared by all runs
 * that have this object. A row is kept with the size of the batch it was computed in, since engines
 * round differently in small batches; in batches of one size a sample's row doesn't depend on its
 * neighbours. Thread-safe.
 */
public final class TeacherCache {
  private final Map<Key, Entry> entries = new ConcurrentHashMap<>();

  private record Key(String source, int batch) {}

  /** Rows of one tap. {@code perSample}: their shape without the batch axis. */
  private record Entry(Shape perSample, RowStore rows) {}

  /** Rows of several taps for one batch. */
  record Rows(Map<String, float[]> values, Map<String, Shape> shapes) {}

  /** The rows of all {@code sources} for the samples {@code indices}, if every one is there. */
  Optional<Rows> find(List<String> sources, long[] indices) {
    Map<String, float[]> values = new HashMap<>();
    Map<String, Shape> shapes = new HashMap<>();
    for (String source : sources) {
      Entry entry = entries.get(new Key(source, indices.length));
      if (entry == null) {
        return Optional.empty();
      }
      synchronized (entry.rows()) {
        if (!entry.rows().hasAll(indices)) {
          return Optional.empty();
        }
        values.put(source, entry.rows().get(indices));
      }
      shapes.put(source, new Shape(indices.length).addAll(entry.perSample()));
    }
    return Optional.of(new Rows(values, shapes));
  }

  /** Keeps the rows of one tap. {@code shape}: with the batch axis. */
  void keep(String source, long[] indices, Shape shape, float[] rows) {
    Entry entry =
        entries.computeIfAbsent(
            new Key(source, indices.length),
            key -> new Entry(shape.slice(1), new RowStore(rows.length / indices.length)));
    synchronized (entry.rows()) {
      entry.rows().put(indices, rows);
    }
  }
}

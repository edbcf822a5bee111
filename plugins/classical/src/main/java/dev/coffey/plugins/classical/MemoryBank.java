package dev.coffey.plugins.classical;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Run;
import dev.coffey.nn.block.Initial;
import java.util.stream.IntStream;

/**
 * A former embedding of every sample, in a buffer of the run: (samples, width). Rows start uniform
 * in ±1/√(width / 3).
 *
 * @param momentum share of a row that stays when it is moved
 */
record MemoryBank(NDArray array, float momentum) {
  static MemoryBank open(Run run, String name, ContrastiveOptions options) {
    var shape = new Shape(options.samples(), options.width());
    var start = Initial.uniform(1 / Math.sqrt(options.width() / 3.0));
    return new MemoryBank(run.buffer(name, shape, start), (float) options.momentum());
  }

  /** Moves {@code rows} towards {@code embeddings}, (N, width), and back to length 1. */
  void move(int[] rows, NDArray embeddings) {
    var manager = embeddings.getManager();
    var former = array.get(manager.create(rows));
    var moved = Rows.unit(embeddings.mul(1 - momentum).add(former.mul(momentum)));
    var all = array.concat(moved, 0).get(manager.create(sources(rows)));
    array.muli(0f).addi(all);
  }

  /** Where each row comes from, if the moved ones follow the bank. */
  private int[] sources(int[] rows) {
    int size = Math.toIntExact(array.getShape().get(0));
    int[] sources = IntStream.range(0, size).toArray();
    for (int i = 0; i < rows.length; i++) {
      sources[rows[i]] = size + i;
    }
    return sources;
  }
}

package dev.coffey.nn.optim;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import dev.coffey.nn.file.ArrayFile;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One group's optimiser. Its state belongs to it, is kept per weight under the weight's key, and
 * can be saved and restored, so that a run goes on bit for bit where it was broken off.
 */
public final class Optimizer implements AutoCloseable {
  private final OptimizerOptions options;
  private final UpdateRule rule;
  private final NDManager memory;
  private final Map<String, Slot> slots = new LinkedHashMap<>();

  /**
   * One weight to be stepped.
   *
   * @param key names the weight's state; the same at every step
   * @param weight changed in place
   * @param gradient of the weight's shape
   * @param decays whether weight decay applies
   */
  public record Target(String key, NDArray weight, NDArray gradient, boolean decays) {}

  private static final class Slot {
    private final List<NDArray> arrays;
    private long count;

    private Slot(List<NDArray> arrays, long count) {
      this.arrays = arrays;
      this.count = count;
    }
  }

  /** {@code memory}: the state's manager, closed with this optimiser. */
  public Optimizer(OptimizerOptions options, NDManager memory) {
    this.options = requireNonNull(options, "options is null");
    this.memory = requireNonNull(memory, "memory is null");
    this.rule = UpdateRule.of(options);
  }

  /** Steps all targets; not while gradients are recorded. */
  public void step(List<Target> targets, double learningRate) {
    float scale = clipping(targets);
    for (Target target : targets) {
      Slot slot = slots.computeIfAbsent(target.key(), key -> fresh(target.weight()));
      slot.count++;
      NDList arrays = new NDList(target.weight(), target.gradient());
      arrays.addAll(slot.arrays);
      float decay = target.decays() ? (float) options.weightDecay() : 0;
      rule.apply(
          arrays, new UpdateRule.Step((double) slot.count, (float) learningRate, decay, scale));
    }
  }

  /** Whether a step leaves the gradient of {@code weight} zero. */
  public boolean clears(NDArray weight) {
    return rule.clears(weight);
  }

  private Slot fresh(NDArray weight) {
    List<NDArray> arrays = new ArrayList<>();
    for (int i = 0; i < rule.states(); i++) {
      arrays.add(memory.zeros(weight.getShape(), DataType.FLOAT32));
    }
    return new Slot(arrays, 0);
  }

  private float clipping(List<Target> targets) {
    if (options.clipNorm().isEmpty() || targets.isEmpty()) {
      return 1;
    }
    double squares = 0;
    for (Target target : targets) {
      try (NDArray norm = target.gradient().norm()) {
        double value = norm.getFloat();
        squares += value * value;
      }
    }
    return (float) Math.min(1, options.clipNorm().get() / Math.sqrt(squares));
  }

  /** Writes the state of all weights. The stream stays open. */
  public void save(DataOutputStream out) throws IOException {
    out.writeInt(slots.size());
    for (var slot : slots.entrySet()) {
      out.writeUTF(slot.getKey());
      out.writeLong(slot.getValue().count);
    }
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    slots.forEach(
        (key, slot) -> {
          for (int i = 0; i < slot.arrays.size(); i++) {
            arrays.put(stateName(key, i), slot.arrays.get(i));
          }
        });
    ArrayFile.write(out, arrays);
  }

  /**
   * Replaces the state by what {@link #save} wrote.
   *
   * @throws IOException if the stream is damaged or was written by another kind of optimiser; the
   *     state is then unchanged
   */
  public void load(DataInputStream in) throws IOException {
    int size = in.readInt();
    Map<String, Long> counts = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      counts.put(in.readUTF(), in.readLong());
    }
    Map<String, ArrayFile.Content> contents = ArrayFile.read(in);
    if (contents.size() != counts.size() * rule.states()
        || !counts.keySet().stream().allMatch(key -> complete(key, contents))) {
      throw new IOException("the saved state is not that of the optimiser " + options.name());
    }
    close(slots);
    counts.forEach((key, count) -> slots.put(key, restored(key, count, contents)));
  }

  private boolean complete(String key, Map<String, ArrayFile.Content> contents) {
    return rule.states() == 0 || contents.containsKey(stateName(key, rule.states() - 1));
  }

  private Slot restored(String key, long count, Map<String, ArrayFile.Content> contents) {
    List<NDArray> arrays = new ArrayList<>();
    for (int i = 0; i < rule.states(); i++) {
      arrays.add(contents.get(stateName(key, i)).create(memory));
    }
    return new Slot(arrays, count);
  }

  private static String stateName(String key, int number) {
    return key + "#" + number;
  }

  private static void close(Map<String, Slot> slots) {
    slots.values().forEach(slot -> slot.arrays.forEach(NDArray::close));
    slots.clear();
  }

  @Override
  public void close() {
    slots.clear();
    memory.close();
  }
}

package dev.coffey.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.GradientCollector;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Tensors;
import dev.coffey.nn.file.ArrayFile;
import dev.coffey.nn.model.FileBlock;
import dev.coffey.nn.onnx.CannotExport;
import dev.coffey.nn.onnx.OnnxExport;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A DJL block over a set of weights. */
final class BlockNetwork implements Network {
  private final String role;
  private final Block block;
  private final Signature signature;
  private final Weights weights;
  private final Networks home;
  private boolean frozen;

  BlockNetwork(String role, Block block, Signature signature, Weights weights, Networks home) {
    this.role = role;
    this.block = block;
    this.signature = signature;
    this.weights = weights;
    this.home = home;
  }

  @Override
  public String role() {
    return role;
  }

  @Override
  public Map<String, Shape> inputs() {
    return signature.inputs();
  }

  @Override
  public Map<String, Shape> taps() {
    return signature.taps();
  }

  @Override
  public long parameters() {
    return weights.learnable().stream().mapToLong(weight -> weight.array().size()).sum();
  }

  @Override
  public long multiplyAdds() {
    return ForwardCost.multiplyAdds(block);
  }

  boolean belongsTo(Networks networks) {
    return home == networks;
  }

  boolean frozen() {
    return frozen;
  }

  Weights weights() {
    return weights;
  }

  @Override
  public Tensors forward(Tensors in, Mode mode) {
    NDList inputs = signature.inputs(role, in);
    boolean training = mode == Mode.TRAIN;
    if (home.recording().differentiable() && block instanceof FileBlock fromFile) {
      throw new IllegalStateException(
          "'%s' comes from the file '%s' and passes no gradients: call it inside infer, or take a"
                  .formatted(role, fromFile.fileName())
              + " network that Coffey trains as the teacher");
    }
    NDList outputs =
        home.recording().differentiable() ? recorded(inputs, training) : detached(inputs, training);
    return signature.outputs(outputs);
  }

  private NDList recorded(NDList inputs, boolean training) {
    NDManager manager = inputs.head().getManager();
    NDList outputs = block.forward(recordedStore(manager), inputs, training);
    outputs.stream()
        .filter(output -> !home.persistent().keeps(output))
        .forEach(output -> moved(output, manager));
    return outputs;
  }

  private WeightStore recordedStore(NDManager manager) {
    if (!frozen) {
      home.recording().note(this);
    }
    if (frozen || !home.recording().trains(this)) {
      return WeightStore.recorded(weights, manager);
    }
    if (home.engine().traits() == EngineTraits.OF_THE_THREAD) {
      return WeightStore.recorded(weights, manager, statistic -> statistic);
    }
    MovingStatistics moving = home.recording().statistics();
    return WeightStore.recorded(weights, manager, statistic -> moving.of(statistic, manager));
  }

  /** Without gradients; everything but the outputs is closed at once. */
  private NDList detached(NDList inputs, boolean training) {
    NDManager manager = inputs.head().getManager();
    try (NDManager inner = manager.newSubManager()) {
      NDList shallow = new NDList();
      inputs.forEach(input -> shallow.add(moved(input.stopGradient(), inner)));
      NDList outputs = inMode(training, store(training, inner), shallow);
      NDList results = new NDList();
      outputs.forEach(output -> results.add(moved(output.stopGradient(), manager)));
      return results;
    }
  }

  private WeightStore store(boolean training, NDManager manager) {
    if (training) {
      return WeightStore.recorded(weights, manager);
    }
    return frozen ? WeightStore.frozen(weights, manager) : WeightStore.between(weights, manager);
  }

  private NDList inMode(boolean training, WeightStore store, NDList inputs) {
    if (!training || home.recording().active()) {
      return block.forward(store, inputs, training);
    }
    return home.engine().exclusively(() -> collecting(store, inputs));
  }

  /** Engines compute batch statistics only while a collector is open. */
  private NDList collecting(WeightStore store, NDList inputs) {
    try (GradientCollector collector = home.engine().engine().newGradientCollector()) {
      return block.forward(store, inputs, true);
    }
  }

  private static NDArray moved(NDArray array, NDManager manager) {
    if (array.getManager() != manager) {
      array.attach(manager);
    }
    return array;
  }

  @Override
  public Network freeze() {
    home.recording().refuse("freeze of '%s'".formatted(role));
    weights.learnable().forEach(weight -> weight.freeze(home.persistent()));
    frozen = true;
    return this;
  }

  @Override
  public Network shadow() {
    return home.add(
        name -> {
          var shadow =
              new BlockNetwork(name, block, signature, weights.copy(home.persistent()), home);
          shadow.frozen = true;
          return shadow;
        },
        role + ".shadow");
  }

  @Override
  public void follow(Network source, double keep) {
    home.recording().refuse("follow of '%s'".formatted(role));
    if (!(keep >= 0 && keep <= 1)) {
      throw new IllegalArgumentException("keep must be in [0, 1], but is " + keep);
    }
    Map<String, NDArray> own = weights.byName();
    Map<String, NDArray> other = home.own(source).iterator().next().weights.byName();
    if (!shapes(own).equals(shapes(other))) {
      throw new IllegalArgumentException(
          "'%s' cannot follow '%s': their parameters differ".formatted(role, source.role()));
    }
    own.forEach((name, array) -> blend(array, other.get(name), keep));
  }

  private static List<String> shapes(Map<String, NDArray> arrays) {
    return arrays.entrySet().stream()
        .map(entry -> entry.getKey() + entry.getValue().getShape())
        .toList();
  }

  private static void blend(NDArray target, NDArray source, double keep) {
    if (keep == 0) {
      source.copyTo(target);
      return;
    }
    target.muli(keep);
    try (NDArray part = source.mul(1 - keep)) {
      target.addi(part);
    }
  }

  @Override
  public void save(OutputStream out) throws IOException {
    ArrayFile.write(out, weights.byName());
  }

  @Override
  public void load(InputStream in) throws IOException {
    home.recording().refuse("load of '%s'".formatted(role));
    Map<String, ArrayFile.Content> contents = ArrayFile.read(in);
    Map<String, NDArray> own = weights.byName();
    if (!contents.keySet().equals(own.keySet())) {
      throw new IOException(
          "the saved network has the parameters %s, but '%s' has %s"
              .formatted(contents.keySet(), role, own.keySet()));
    }
    for (var entry : own.entrySet()) {
      ArrayFile.Content content = contents.get(entry.getKey());
      if (!content.fits(entry.getValue())) {
        throw new IOException(
            "the saved parameter '%s' is %s %s, but that of '%s' is %s %s"
                .formatted(
                    entry.getKey(),
                    content.type(),
                    content.shape(),
                    role,
                    entry.getValue().getDataType(),
                    entry.getValue().getShape()));
      }
    }
    own.forEach((name, array) -> contents.get(name).copyInto(array));
  }

  /** See {@link Workspace#exportOnnx}. */
  void exportOnnx(OutputStream out) throws IOException {
    if (block instanceof FileBlock fromFile) {
      throw new CannotExport("it comes from the file '%s'".formatted(fromFile.fileName()));
    }
    Map<String, String> names = new HashMap<>();
    weights.all().forEach(weight -> names.put(weight.array().getUid(), weight.name()));
    try (NDManager manager = home.engine().memory().newSubManager()) {
      new OnnxExport(signature.inputs(), signature.taps(), names)
          .write(block, WeightStore.frozen(weights, manager), manager, out);
    }
  }

  @Override
  public String toString() {
    return "network '%s' %s".formatted(role, taps());
  }
}

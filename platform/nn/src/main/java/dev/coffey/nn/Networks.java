package dev.coffey.nn;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.coffey.api.Network;
import dev.coffey.nn.engine.EngineSource;
import dev.coffey.nn.model.FileBlock;
import dev.coffey.nn.model.FileLoader;
import dev.coffey.nn.model.NetworkFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** All networks of a run, by role, shadows included. */
final class Networks {
  private final long seed;
  private final EngineAccess engine;
  private final Persistent persistent;
  private final Recording recording;
  private final Map<String, BlockNetwork> byRole = new LinkedHashMap<>();
  private final Map<String, BlockNetwork> former = new HashMap<>();

  Networks(long seed, EngineAccess engine, Persistent persistent, Recording recording) {
    this.seed = seed;
    this.engine = engine;
    this.persistent = persistent;
    this.recording = recording;
  }

  EngineAccess engine() {
    return engine;
  }

  Persistent persistent() {
    return persistent;
  }

  Recording recording() {
    return recording;
  }

  Network build(String role, Block block, Shape... perSampleInput) {
    recording.refuse("build of '%s'".formatted(role));
    if (byRole.containsKey(role)) {
      throw new IllegalArgumentException("there is a network '%s' already".formatted(role));
    }
    if (block.isInitialized() && !block.getParameters().isEmpty()) {
      throw new IllegalArgumentException(
          "the block of '%s' is initialised already; give a new one".formatted(role));
    }
    InitialWeights.choose(block, seed, role);
    block.initialize(persistent.manager(), DataType.FLOAT32, Signature.batches(perSampleInput));
    Weights weights = Weights.of(block, persistent);
    var network = new BlockNetwork(role, block, Signature.of(block, perSampleInput), weights, this);
    byRole.put(role, network);
    return heir(network);
  }

  /** Opens a network from a file that {@code reader} reads; frozen. */
  Network open(String role, NetworkFile file, EngineSource reader, Shape data) {
    var loader = new FileLoader(file, data);
    // DJL's default engine is the first one it meets, which has to be the run's
    NDManager memory = engine.memory();
    Engine engineOfFile = reader.engine();
    boolean own = engineOfFile == memory.getEngine();
    FileBlock block = loader.load(engineOfFile, own ? memory.getDevice() : Device.cpu());
    memory.attachInternal(NDManager.nextUid(), block);
    return build(role, block, loader.given()).freeze();
  }

  /** Adds what {@code make} gives for the first free one of base, base-2, base-3, … */
  Network add(Function<String, BlockNetwork> make, String base) {
    String role = base;
    for (int i = 2; byRole.containsKey(role); i++) {
      role = base + "-" + i;
    }
    BlockNetwork network = make.apply(role);
    byRole.put(role, network);
    return heir(network);
  }

  /**
   * Takes the networks of a scope out, so that others can be built under their roles; those start
   * with their weights, until {@link #restore} or {@link #drop}.
   */
  Map<String, BlockNetwork> setAside(String scope) {
    Map<String, BlockNetwork> aside = takeOut(scope);
    former.putAll(aside);
    return aside;
  }

  private Map<String, BlockNetwork> takeOut(String scope) {
    var networks = new LinkedHashMap<>(byRole);
    networks.keySet().removeIf(role -> !role.startsWith(scope + "/"));
    byRole.keySet().removeAll(networks.keySet());
    return networks;
  }

  private BlockNetwork heir(BlockNetwork network) {
    BlockNetwork forebear = former.get(network.role());
    if (forebear != null) {
      try {
        var bytes = new ByteArrayOutputStream();
        forebear.save(bytes);
        network.load(new ByteArrayInputStream(bytes.toByteArray()));
      } catch (IOException differs) {
        throw new UncheckedIOException(differs.getMessage(), differs);
      }
    }
    return network;
  }

  /** Puts what was set aside back in the place of what was built since. */
  void restore(String scope, Map<String, BlockNetwork> aside) {
    drop(takeOut(scope));
    byRole.putAll(aside);
    former.keySet().removeAll(aside.keySet());
  }

  /** Closes networks that were set aside. */
  void drop(Map<String, BlockNetwork> aside) {
    former.keySet().removeAll(aside.keySet());
    aside.values().stream()
        .flatMap(network -> network.weights().all().stream())
        .forEach(weight -> weight.close(persistent));
  }

  Optional<Network> find(String role) {
    return Optional.ofNullable(byRole.get(role));
  }

  Network get(String role) {
    return find(role)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no network '%s'; there are %s".formatted(role, roles())));
  }

  Set<String> roles() {
    return Collections.unmodifiableSet(new LinkedHashSet<>(byRole.keySet()));
  }

  /** The networks as this run's own. */
  Set<BlockNetwork> own(Network... networks) {
    Set<BlockNetwork> own = new LinkedHashSet<>();
    for (Network network : networks) {
      if (!(network instanceof BlockNetwork candidate) || !candidate.belongsTo(this)) {
        throw new IllegalArgumentException(
            "the network '%s' belongs to another run".formatted(network.role()));
      }
      own.add(candidate);
    }
    return own;
  }
}

package dev.coffey.nn;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.coffey.api.Network;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
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
    return network;
  }

  /** Adds what {@code make} gives for the first free one of base, base-2, base-3, … */
  Network add(Function<String, BlockNetwork> make, String base) {
    String role = base;
    for (int i = 2; byRole.containsKey(role); i++) {
      role = base + "-" + i;
    }
    BlockNetwork network = make.apply(role);
    byRole.put(role, network);
    return network;
  }

  /** Takes the networks of a scope out, so that others can be built under their roles. */
  Map<String, BlockNetwork> setAside(String scope) {
    var aside = new LinkedHashMap<>(byRole);
    aside.keySet().removeIf(role -> !role.startsWith(scope + "/"));
    byRole.keySet().removeAll(aside.keySet());
    return aside;
  }

  /**
   * Gives networks of the same roles the weights of those that were set aside.
   *
   * @throws IOException if names or shapes differ
   */
  void inherit(Map<String, BlockNetwork> aside) throws IOException {
    for (var entry : aside.entrySet()) {
      BlockNetwork heir = byRole.get(entry.getKey());
      if (heir != null) {
        var bytes = new ByteArrayOutputStream();
        entry.getValue().save(bytes);
        heir.load(new ByteArrayInputStream(bytes.toByteArray()));
      }
    }
  }

  /** Puts what was set aside back in the place of what was built since. */
  void restore(String scope, Map<String, BlockNetwork> aside) {
    drop(setAside(scope));
    byRole.putAll(aside);
  }

  /** Closes networks that were set aside. */
  void drop(Map<String, BlockNetwork> aside) {
    aside.values().stream()
        .flatMap(network -> network.weights().byName().values().stream())
        .forEach(persistent::drop);
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

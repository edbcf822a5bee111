package dev.coffey.nn;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/** What is being recorded: at most one phase at a time, possibly muted by an inference inside. */
final class Recording {
  private String phase = "";
  private Set<BlockNetwork> trained = Set.of();
  private final Set<BlockNetwork> recorded = new HashSet<>();
  private int muted;
  private final MovingStatistics statistics = new MovingStatistics();

  /** Whether a gradient collector is open. */
  boolean active() {
    return !phase.isEmpty();
  }

  /** Whether what is computed now may get gradients. */
  boolean differentiable() {
    return active() && muted == 0;
  }

  /** Whether running statistics of {@code network} may move. */
  boolean trains(BlockNetwork network) {
    return differentiable() && trained.contains(network);
  }

  /** Notes that a network whose weights get gradients took part in this phase. */
  void note(BlockNetwork network) {
    recorded.add(network);
  }

  /** Whether {@code networks} is one network, and no other got gradients in the latest phase. */
  boolean alone(Set<BlockNetwork> networks) {
    return networks.size() == 1 && recorded.equals(networks);
  }

  /** Running statistics that this phase moves, where the engine moves them in the forward pass. */
  MovingStatistics statistics() {
    return statistics;
  }

  /** Evaluates {@code body} as the phase {@code name}. */
  <T> T during(String name, Set<BlockNetwork> networks, Supplier<T> body) {
    refuse(name);
    int outerMuted = muted;
    phase = name;
    trained = networks;
    recorded.clear();
    muted = 0;
    try {
      return body.get();
    } finally {
      phase = "";
      trained = Set.of();
      muted = outerMuted;
      statistics.forget();
    }
  }

  /** Evaluates {@code body} without gradients. */
  <T> T muted(Supplier<T> body) {
    muted++;
    try {
      return body.get();
    } finally {
      muted--;
    }
  }

  /** Throws if a phase is going on in which {@code action} is impossible. */
  void refuse(String action) {
    if (active()) {
      throw new IllegalStateException(
          "%s inside %s is not possible; do it before or after".formatted(action, phase));
    }
  }

  /** Throws if called inside {@code infer}. */
  void refuseMuted(String action) {
    if (muted > 0) {
      throw new IllegalStateException(
          "%s inside infer is not possible; do it before or after".formatted(action));
    }
  }
}

package dev.coffey.kernel.config;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with the input, so that the user hears of everything at once. */
public final class Problems {
  private final List<Problem> found = new ArrayList<>();

  /** Notes a problem; {@code key} is a full path, empty if no key is meant. */
  public void add(String key, Origin origin, String message) {
    add(new Problem(key, origin, message));
  }

  /** Notes a problem. */
  public void add(Problem problem) {
    found.add(problem);
  }

  /** Notes all of {@code problems}. */
  public void addAll(Iterable<Problem> problems) {
    problems.forEach(this::add);
  }

  /** Whether nothing is wrong so far. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** How many problems there are so far. */
  public int size() {
    return found.size();
  }

  /** The problems so far, in the order they were found. */
  public List<Problem> list() {
    return List.copyOf(found);
  }

  /**
   * Does nothing if there are no problems.
   *
   * @throws InvalidInput with all of them
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidInput(found);
    }
  }
}

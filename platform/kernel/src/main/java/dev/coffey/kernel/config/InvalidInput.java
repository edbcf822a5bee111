package dev.coffey.kernel.config;

import java.util.List;
import java.util.stream.Collectors;

/** What the user gave is wrong: exit code 2. Carries every problem; its message has one a line. */
public final class InvalidInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** {@code problems}: at least one; one that was met twice counts once. */
  public InvalidInput(List<Problem> problems) {
    super(problems.stream().distinct().map(Problem::toString).collect(Collectors.joining("\n")));
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("there is no problem");
    }
    this.problems = problems.stream().distinct().toList();
  }

  /** A problem that has no place in a file. */
  public InvalidInput(String message) {
    this(List.of(new Problem("", Origin.UNKNOWN, message)));
  }

  /** What is wrong, in the order it was found. */
  public List<Problem> problems() {
    return problems;
  }
}

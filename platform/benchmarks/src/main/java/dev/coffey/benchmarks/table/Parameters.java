package dev.coffey.benchmarks.table;

import dev.coffey.benchmarks.measure.Pairs.Extent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How much is measured, as {@code -p KEY=VALUE} says it; what isn't said is as in the issue. */
final class Parameters {
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "engine", "mxnet",
          "only", "",
          "pairs", "100",
          "seconds", "0.5",
          "memory-steps", "20000",
          "swaps", "100",
          "starts", "10");

  private final Map<String, String> values = new TreeMap<>(DEFAULTS);

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException if it has something unknown; the message lists the keys
   */
  Parameters(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i += 2) {
      boolean pair = arguments.get(i).equals("-p") && i + 1 < arguments.size();
      String[] words = pair ? arguments.get(i + 1).split("=", 2) : new String[0];
      if (words.length != 2 || values.replace(words[0], words[1]) == null) {
        throw new IllegalArgumentException(
            "what can be given is -p KEY=VALUE, with the keys %s; benchmarks of JMH: jmh -h"
                .formatted(values));
      }
    }
  }

  String engine() {
    return values.get("engine");
  }

  /** Whether a measurement is wanted: its name has the words of {@code only} in it. */
  boolean wants(String name) {
    return name.contains(values.get("only"));
  }

  Extent pairs() {
    return new Extent(number("pairs"), Double.parseDouble(values.get("seconds")));
  }

  int memorySteps() {
    return number("memory-steps");
  }

  int swaps() {
    return number("swaps");
  }

  int starts() {
    return number("starts");
  }

  private int number(String key) {
    return Integer.parseInt(values.get(key));
  }

  @Override
  public String toString() {
    return values.toString();
  }
}

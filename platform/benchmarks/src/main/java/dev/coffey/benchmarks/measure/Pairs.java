package dev.coffey.benchmarks.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Times of two things, taken in alternation: whatever changes on the machine meanwhile hits both
 * times of a pair, and their ratio hardly at all.
 *
 * @param first milliseconds an operation, a block each
 * @param second the same of the other one, in the same order
 */
public record Pairs(List<Double> first, List<Double> second) {
  /** Does an operation so many times, to its very end. */
  @FunctionalInterface
  public interface Block {
    /** Called on the thread that measures. */
    void run(int operations);
  }

  /**
   * How much is measured.
   *
   * @param count pairs
   * @param seconds about how long a block takes; it has one operation at least
   */
  public record Extent(int count, double seconds) {}

  /** Measures, after a block of each that doesn't count. */
  public static Pairs measure(Extent extent, Block first, Block second) {
    int operations = operations(extent.seconds(), first, second);
    var times = List.<List<Double>>of(new ArrayList<>(), new ArrayList<>());
    var blocks = List.of(first, second);
    for (int pair = 0; pair < extent.count(); pair++) {
      // who goes first changes with every pair, so that neither gains by its place
      for (int turn = 0; turn < 2; turn++) {
        int who = (pair + turn) % 2;
        times.get(who).add(millis(blocks.get(who), operations));
      }
    }
    return new Pairs(times.get(0), times.get(1));
  }

  private static int operations(double seconds, Block first, Block second) {
    first.run(1);
    second.run(1);
    double slower = Math.max(millis(first, 1), millis(second, 1));
    int guess = (int) Math.max(1, seconds * 1000 / slower);
    double warm = Math.max(millis(first, guess), millis(second, guess));
    return (int) Math.max(1, Math.round(seconds * 1000 / warm));
  }

  private static double millis(Block block, int operations) {
    long start = System.nanoTime();
    block.run(operations);
    return (System.nanoTime() - start) / 1e6 / operations;
  }

  /** First by second, pair by pair. */
  public Sample ratios() {
    return new Sample(
        IntStream.range(0, first.size()).mapToObj(i -> first.get(i) / second.get(i)).toList());
  }
}

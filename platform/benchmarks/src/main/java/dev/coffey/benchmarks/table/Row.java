package dev.coffey.benchmarks.table;

import dev.coffey.benchmarks.measure.Pairs;
import dev.coffey.benchmarks.measure.Sample;
import java.util.List;
import java.util.Locale;

/**
 * One line of the table.
 *
 * @param what was measured
 * @param median of it
 * @param beside what it is to be seen against
 * @param ratio of the two, with its 95 % interval
 * @param wanted the bound of the issue
 */
record Row(String what, String median, String beside, String ratio, String wanted) {
  static final Row HEAD = new Row("what", "median", "against", "ratio (95 % interval)", "wanted");

  /** Two things that alternated. */
  static Row of(String what, Pairs pairs, String wanted) {
    Sample ratios = pairs.ratios();
    return new Row(
        what,
        millis(new Sample(pairs.first()).median()),
        millis(new Sample(pairs.second()).median()),
        text("%.3f (%.3f to %.3f)", ratios.median(), ratios.low(), ratios.high()),
        wanted);
  }

  /** Times of one thing. */
  static Row of(String what, Sample millis, double share, String wanted) {
    String high = text("%.0f %%: %s", share * 100, millis(millis.quantile(share)));
    return new Row(what, millis(millis.median()), high, "", wanted);
  }

  static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static String millis(double value) {
    return value < 100 ? text("%.2f ms", value) : text("%.0f ms", value);
  }

  List<String> cells() {
    return List.of(what, median, beside, ratio, wanted);
  }
}

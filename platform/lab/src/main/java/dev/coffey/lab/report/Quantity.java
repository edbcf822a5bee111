package dev.coffey.lab.report;

import java.util.Locale;

/** Figures of cost in a form that people read. */
final class Quantity {
  private static final String[] BYTES = {"B", "KiB", "MiB", "GiB", "TiB"};
  private static final String[] COUNTS = {"", " k", " M", " G", " T"};

  private Quantity() {}

  static String exact(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String bytes(long number) {
    return number <= 0 ? "-" : scaled(number, 1024, BYTES, " ");
  }

  static String count(long number) {
    return scaled(number, 1000, COUNTS, "");
  }

  static String seconds(double seconds) {
    return Double.isFinite(seconds) ? String.format(Locale.ROOT, "%,.1f", seconds) : "-";
  }

  static String rate(double perSecond) {
    return Double.isFinite(perSecond) ? exact(Math.round(perSecond)) : "-";
  }

  private static String scaled(long number, int base, String[] units, String blank) {
    double rest = number;
    int unit = 0;
    while (rest >= base && unit < units.length - 1) {
      rest /= base;
      unit++;
    }
    String format = unit == 0 || rest >= 100 ? "%.0f" : "%.1f";
    return String.format(Locale.ROOT, format, rest) + blank + units[unit];
  }
}

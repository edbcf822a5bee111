package dev.coffey.lab.result;

import java.util.Locale;
import java.util.Set;

/**
 * How a metric is written and read: told from its name, since results carry bare numbers.
 *
 * @param unit what one is
 * @param lowerIsBetter whether small values are good ones
 */
public record MetricScale(Unit unit, boolean lowerIsBetter) {
  private static final Set<String> SHARES = Set.of("accuracy", "agreement", "ece", "error");
  private static final Set<String> COSTS =
      Set.of("ece", "error", "kl", "loss", "mse", "nll", "brier", "fid", "distance");

  /** Units of figures. */
  public enum Unit {
    /** A share of one, written in percent; differences are percentage points. */
    SHARE("%", "points"),
    /** Natural units of information. */
    NATS("nats", "nats"),
    /** A plain number. */
    NUMBER("", "");

    private final String symbol;
    private final String differenceSymbol;

    Unit(String symbol, String differenceSymbol) {
      this.symbol = symbol;
      this.differenceSymbol = differenceSymbol;
    }

    /** Written behind a value; may be empty. */
    public String symbol() {
      return symbol;
    }

    /** Written behind a difference of two values; may be empty. */
    public String differenceSymbol() {
      return differenceSymbol;
    }
  }

  /** The scale of the metric called {@code name}: {@code accuracy}, {@code top5-accuracy}, … */
  public static MetricScale of(String name) {
    String kind = name.substring(name.lastIndexOf('-') + 1);
    if (name.equals("kl") || name.startsWith("kl-") || kind.equals("kl")) {
      return new MetricScale(Unit.NATS, true);
    }
    return new MetricScale(SHARES.contains(kind) ? Unit.SHARE : Unit.NUMBER, COSTS.contains(kind));
  }

  /** What a value is multiplied by before it is written. */
  public double factor() {
    return unit == Unit.SHARE ? 100 : 1;
  }

  /** Digits behind the point. */
  public int decimals() {
    return unit == Unit.SHARE ? 2 : 4;
  }

  /** {@code value} without its unit; a dash if it is missing. */
  public String format(double value) {
    return write("%." + decimals() + "f", value);
  }

  /** {@code difference} with its sign, without its unit; a dash if it is missing. */
  public String formatSigned(double difference) {
    return write("%+." + decimals() + "f", difference);
  }

  /**
   * Mean ± deviation without unit.
   *
   * @param runs how many runs the method has; if fewer gave a value, the text says so
   */
  public String format(Summary summary, int runs) {
    if (summary.count() == 0) {
      return "-";
    }
    String mean = format(summary.mean());
    String text = summary.count() == 1 ? mean : mean + " ± " + format(summary.std());
    return summary.count() == runs ? text : "%s (%d of %d)".formatted(text, summary.count(), runs);
  }

  private String write(String format, double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, format, factor() * value) : "-";
  }
}

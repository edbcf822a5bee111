package dev.coffey.lab.result;

import dev.coffey.lab.result.MetricScale.Unit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the results say, in a sentence or two of plain language. */
public final class Verdict {
  private final Results results;
  private final String metric;
  private final MetricScale scale;
  private final List<Row> ranked;

  private Verdict(Results results, String metric) {
    this.results = results;
    this.metric = metric;
    scale = MetricScale.of(metric);
    Comparator<Row> ascending = Comparator.comparingDouble(row -> row.metrics().get(metric).mean());
    ranked =
        results.rows().stream()
            .filter(row -> row.metrics().containsKey(metric))
            .filter(row -> row.metrics().get(metric).count() > 0)
            .sorted(scale.lowerIsBetter() ? ascending : ascending.reversed())
            .toList();
  }

  /** The best method by the first metric, and how it compares with the baseline. */
  public static String of(Results results) {
    return results.headlines().stream()
        .findFirst()
        .map(metric -> new Verdict(results, metric).text())
        .orElse("No run gave a result.");
  }

  private String text() {
    if (ranked.isEmpty()) {
      return "No run gave a result.";
    }
    Row best = ranked.get(0);
    Optional<Difference> difference = differenceOf(best);
    if (difference.isPresent()) {
      return bestBeatsBaseline(best, difference.get());
    }
    return closestChallenger(best)
        .map(rival -> baselineIsBest(best, rival))
        .orElseGet(() -> "%s reaches %s.".formatted(best.method(), level(best)));
  }

  private String bestBeatsBaseline(Row best, Difference difference) {
    return "%s is best with %s: %s than %s%s."
        .formatted(
            best.method(),
            level(best),
            amount(difference.mean()),
            difference.baseline(),
            certainty(difference));
  }

  private String baselineIsBest(Row best, Difference rival) {
    return "No method beats %s, which reaches %s; the closest, %s, is %s%s."
        .formatted(
            best.method(), level(best), rival.method(), amount(rival.mean()), certainty(rival));
  }

  private Optional<Difference> differenceOf(Row row) {
    return results.differences().stream()
        .filter(one -> one.metric().equals(metric) && one.method().equals(row.method()))
        .findFirst();
  }

  private Optional<Difference> closestChallenger(Row baseline) {
    return ranked.stream()
        .skip(1)
        .map(this::differenceOf)
        .flatMap(Optional::stream)
        .filter(one -> one.baseline().equals(baseline.method()))
        .findFirst();
  }

  private String level(Row row) {
    Summary summary = row.metrics().get(metric);
    int seeds = summary.count();
    String value = withUnit(scale.format(summary, seeds), scale.unit().symbol());
    return "%s %s (%d seed%s)".formatted(value, metric, seeds, seeds == 1 ? "" : "s");
  }

  private String amount(double difference) {
    String unit = scale.unit() == Unit.SHARE ? "percentage points" : scale.unit().symbol();
    return "%s %s"
        .formatted(
            withUnit(scale.format(Math.abs(difference)), unit),
            difference < 0 ? "lower" : "higher");
  }

  private String certainty(Difference difference) {
    if (!difference.hasInterval()) {
      return "; an interval needs two seeds or more";
    }
    return "; 95 %% interval %s to %s, %s"
        .formatted(
            scale.formatSigned(difference.low()),
            scale.formatSigned(difference.high()),
            difference.excludesZero()
                ? "which excludes zero"
                : "which includes zero: chance over the seeds could explain it");
  }

  private static String withUnit(String value, String unit) {
    return unit.isEmpty() ? value : value + " " + unit;
  }
}

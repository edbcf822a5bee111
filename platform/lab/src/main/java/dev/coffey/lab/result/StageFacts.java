package dev.coffey.lab.result;

import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What came of a stage that all runs share.
 *
 * @param made the networks it trained, or how many samples it made
 * @param digest of its artefact
 * @param cost of its networks; nothing if it made samples
 * @param teacher cost of its teacher's networks; nothing if there is none
 * @param seconds wall time
 * @param metrics of its networks or samples
 */
public record StageFacts(
    String name,
    String made,
    String digest,
    NetworkCost cost,
    NetworkCost teacher,
    double seconds,
    Map<String, Double> metrics) {
  /** Fills in what earlier files don't have. */
  public StageFacts {
    cost = cost == null ? NetworkCost.nothing() : cost;
    teacher = teacher == null ? NetworkCost.nothing() : teacher;
  }

  /**
   * A figure of its networks, and that of its teacher behind a slash: {@code 500 / 2000}; a dash
   * where nothing is known.
   */
  public String besideTeacher(ToDoubleFunction<NetworkCost> figure, DoubleFunction<String> format) {
    String own = text(figure.applyAsDouble(cost), format);
    return teacher.isKnown() ? own + " / " + text(figure.applyAsDouble(teacher), format) : own;
  }

  private static String text(double value, DoubleFunction<String> format) {
    return value > 0 ? format.apply(value) : "-";
  }

  /** Its main figures as tables write them: {@code accuracy 97.20, kl 0.2500}. */
  public String figures() {
    return metrics.entrySet().stream()
        .filter(figure -> MetricOrder.isHeadline(figure.getKey()))
        .map(
            figure ->
                figure.getKey() + " " + MetricScale.of(figure.getKey()).format(figure.getValue()))
        .collect(Collectors.joining(", "));
  }
}

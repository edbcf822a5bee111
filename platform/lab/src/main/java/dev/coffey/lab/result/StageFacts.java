package dev.coffey.lab.result;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * What came of a stage that all runs share.
 *
 * @param made the networks it trained, or how many samples it made
 * @param digest of its artefact
 * @param parameters of its networks; 0 if it made samples
 * @param macs multiply-adds of its networks, one sample through each
 * @param seconds wall time
 * @param metrics of its networks or samples
 */
public record StageFacts(
    String name,
    String made,
    String digest,
    long parameters,
    long macs,
    double seconds,
    Map<String, Double> metrics) {
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

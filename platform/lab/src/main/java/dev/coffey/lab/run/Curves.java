package dev.coffey.lab.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coffey.lab.report.Curve;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Reads learning curves from event logs. What a run had told before it was resumed earlier is void.
 */
public final class Curves {
  private Curves() {}

  /** The curves of {@code runs}; of a log with several attempts, those of the last. */
  public static List<Curve> of(List<EndedRun> runs) throws IOException {
    var curves = new ArrayList<Curve>();
    for (EndedRun run : runs) {
      var points = new LinkedHashMap<String, List<Point>>();
      var marks = new ArrayList<Curve.Mark>();
      boolean resumed = false;
      for (JsonNode event : EventLog.read(run.folder().events())) {
        switch (event.path("event").asText()) {
          case "stage-started" -> {
            if (event.path("stage").asText().equals("distil") && !resumed) {
              points.clear();
              marks.clear();
            }
            resumed = false;
          }
          case "resumed" -> {
            resumed = true;
            long step = event.path("step").asLong();
            points.values().forEach(all -> all.removeIf(point -> point.step() > step));
          }
          case "reported" ->
              points
                  .computeIfAbsent(event.path("series").asText(), series -> new ArrayList<>())
                  .add(
                      new Point(
                          event.path("step").asLong(),
                          event.path("epoch").asDouble(),
                          event.path("value").asDouble()));
          case "swapped" ->
              marks.add(
                  new Curve.Mark(
                      event.path("epoch").asInt(),
                      "%s %s".formatted(event.path("id").asText(), event.path("to").asText())));
          default -> {}
        }
      }
      points.forEach(
          (series, values) ->
              curves.add(
                  new Curve(
                      series, run.record().method(), run.record().seed(), pairs(values), marks)));
    }
    return curves;
  }

  private record Point(long step, double epoch, double value) {}

  private static List<double[]> pairs(List<Point> points) {
    return points.stream().map(point -> new double[] {point.epoch(), point.value()}).toList();
  }
}

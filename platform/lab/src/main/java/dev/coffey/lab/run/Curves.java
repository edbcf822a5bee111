package dev.coffey.lab.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coffey.lab.report.Curve;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Reads learning curves from event logs. */
public final class Curves {
  private Curves() {}

  /** The curves of {@code runs}; of a log with several attempts, those of the last. */
  public static List<Curve> of(List<EndedRun> runs) throws IOException {
    var curves = new ArrayList<Curve>();
    for (EndedRun run : runs) {
      var points = new LinkedHashMap<String, List<double[]>>();
      var marks = new ArrayList<Curve.Mark>();
      for (JsonNode event : LastAttempt.of(run.folder().events())) {
        switch (event.path("event").asText()) {
          case "reported" ->
              points
                  .computeIfAbsent(event.path("series").asText(), series -> new ArrayList<>())
                  .add(
                      new double[] {
                        event.path("epoch").asDouble(), event.path("value").asDouble()
                      });
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
                  new Curve(series, run.record().method(), run.record().seed(), values, marks)));
    }
    return curves;
  }
}

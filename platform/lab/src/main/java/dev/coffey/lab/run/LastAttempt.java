package dev.coffey.lab.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What still counts of an event log. */
final class LastAttempt {
  private LastAttempt() {}

  /**
   * The events of a log's last attempt, oldest first. What it had told before it was resumed at an
   * earlier step is void.
   */
  static List<JsonNode> of(Path log) throws IOException {
    var valid = new ArrayList<JsonNode>();
    boolean resumed = false;
    for (JsonNode event : EventLog.read(log)) {
      switch (event.path("event").asText()) {
        case "stage-started" -> {
          if (!event.path("stage").asText().equals("evaluate") && !resumed) {
            valid.clear();
          }
          resumed = false;
        }
        case "resumed" -> {
          resumed = true;
          long step = event.path("step").asLong();
          valid.removeIf(earlier -> earlier.path("step").asLong() > step);
        }
        default -> valid.add(event);
      }
    }
    return valid;
  }
}

package dev.coffey.lab.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coffey.kernel.config.Problems;
import dev.coffey.kernel.config.Settings;
import java.util.Optional;

/**
 * A service picked in an experiment file: {@code kd}, or {@code {kd: {temperature: 4}}}.
 *
 * @param id id of the service, perhaps with a version ({@code kd@1.2})
 * @param options the tree below the id; empty for the short form
 * @param place the whole entry, for messages
 */
record Choice(String id, Settings options, Settings place) {
  /** Reads a choice; tells {@code problems} and returns nothing if it is neither form. */
  static Optional<Choice> of(Settings settings, Problems problems) {
    JsonNode value = settings.value();
    if (value.isTextual()) {
      return Optional.of(new Choice(value.asText(), settings.at(value.asText()), settings));
    }
    if (value.isObject() && value.size() == 1) {
      var entry = settings.entries().entrySet().iterator().next();
      JsonNode below = entry.getValue().value();
      if (below.isObject() || below.isNull()) {
        return Optional.of(new Choice(entry.getKey(), entry.getValue(), settings));
      }
    }
    problems.add(
        settings.path(),
        settings.originOf(""),
        "must be an id or {id: {options}}, but is " + value);
    return Optional.empty();
  }
}

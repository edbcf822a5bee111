package dev.coffey.lab.experiment;

import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import dev.coffey.kernel.config.Problems;
import dev.coffey.kernel.config.Settings;
import dev.coffey.nn.model.NetworkFile;
import java.util.Optional;

/** Reads what a file's network takes: {@code [1, 28, 28]}, or {@code {z: [42]}}. */
record InputReader(Problems problems) {
  /**
   * Entry of a batch and shape of one sample.
   *
   * @param shape that of the data if it isn't given
   */
  record Input(String name, Optional<Shape> shape) {}

  /** What is wrong is noted at {@code place}. */
  Input read(Settings place) {
    if (!place.isPresent() || place.items().isEmpty()) {
      return new Input(NetworkFile.SAMPLES, Optional.empty());
    }
    if (place.entries().isEmpty()) {
      return new Input(NetworkFile.SAMPLES, shape(place));
    }
    if (place.entries().size() > 1) {
      tell(
          place,
          "a network from a file has one input, but these are named: " + place.entries().keySet());
    }
    var named = place.entries().entrySet().iterator().next();
    return new Input(named.getKey(), shape(named.getValue()));
  }

  private Optional<Shape> shape(Settings place) {
    var lengths = place.items().stream().map(Settings::value).toList();
    boolean usable =
        !lengths.isEmpty() && lengths.stream().allMatch(one -> one.isInt() && one.intValue() >= 1);
    if (!usable) {
      tell(
          place,
          "must be whole numbers of at least 1, without the batch axis, such as [1, 28, 28], but is "
              + place.value());
      return Optional.empty();
    }
    return Optional.of(new Shape(lengths.stream().mapToLong(JsonNode::longValue).toArray()));
  }

  private void tell(Settings place, String message) {
    problems.add(place.path(), place.originOf(""), message);
  }
}

package dev.coffey.kernel.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of the configuration with the place it was written at. Immutable. */
sealed interface Tree {
  /** Where it was written; of a value in an object, where its key was. */
  Origin origin();

  /** A fresh JSON tree of the value. */
  JsonNode json();

  /**
   * The value read as a list. Formats without lists of one (properties, XML) make these out of a
   * scalar, of an object with one key, or of nothing.
   */
  default Optional<List<Tree>> list() {
    return Optional.of(List.of(this));
  }

  /** Text, number or truth value. {@code text} is how it was written, without quotes. */
  record Scalar(JsonNode json, String text, Origin origin) implements Tree {}

  /** A list. */
  record Items(List<Tree> items, Origin origin) implements Tree {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public JsonNode json() {
      ArrayNode array = JsonNodeFactory.instance.arrayNode(items.size());
      items.forEach(item -> array.add(item.json()));
      return array;
    }

    @Override
    public Optional<List<Tree>> list() {
      return Optional.of(items);
    }
  }

  /** An object; keys in the order they were written. A null value is an object without keys. */
  record Entries(Map<String, Tree> entries, Origin origin) implements Tree {
    public Entries {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    static Entries none(Origin origin) {
      return new Entries(Map.of(), origin);
    }

    @Override
    public JsonNode json() {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      entries.forEach((key, value) -> object.set(key, value.json()));
      return object;
    }

    @Override
    public Optional<List<Tree>> list() {
      return switch (entries.size()) {
        case 0 -> Optional.of(List.of());
        case 1 -> Optional.of(List.of(this));
        default -> Optional.empty();
      };
    }
  }

  /** Nothing was written; {@code origin} is that of the nearest value above. */
  record Absent(Origin origin) implements Tree {
    @Override
    public JsonNode json() {
      return MissingNode.getInstance();
    }

    @Override
    public Optional<List<Tree>> list() {
      return Optional.of(List.of());
    }
  }
}

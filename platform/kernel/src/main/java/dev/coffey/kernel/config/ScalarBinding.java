package dev.coffey.kernel.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.coffey.kernel.config.OptionType.Leaf;
import dev.coffey.kernel.config.OptionType.Single;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Converts scalars with Jackson, with all its kindness to wrong types switched off. */
record ScalarBinding(Problems problems) {
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .build();

  Optional<?> bind(Settings value, Single type, Range range) {
    return switch (type.leaf()) {
      case TEXT -> value.text().isPresent() ? value.text() : wrong(value, "must be text");
      case PATH -> path(value);
      case TRUTH -> convert(value, type);
      case WHOLE, NUMBER -> number(value, type, range);
    };
  }

  private Optional<?> path(Settings value) {
    try {
      Optional<Path> path = value.text().filter(text -> !text.isEmpty()).map(Path::of);
      return path.isPresent() ? path : wrong(value, "must be a path");
    } catch (InvalidPathException noPath) {
      return wrong(value, "must be a path");
    }
  }

  private Optional<?> number(Settings value, Single type, Range range) {
    Optional<?> number = convert(value, type);
    if (number.isEmpty()) {
      return number;
    }
    double amount = ((Number) number.get()).doubleValue();
    if (Double.isNaN(amount)) {
      return wrong(value, "must be a number");
    }
    if (Double.isInfinite(amount) && Double.isFinite(value.value().doubleValue())) {
      return wrong(value, "must fit into 32 bits");
    }
    Optional<String> complaint = range.complaint(amount);
    return complaint.isPresent() ? wrong(value, complaint.get()) : number;
  }

  private Optional<?> convert(Settings value, Single type) {
    JsonNode node = value.value();
    String expected = "must be " + type.leaf().withArticle;
    if (!node.isValueNode()) {
      return wrong(value, expected);
    }
    try {
      return Optional.of(STRICT.treeToValue(node, type.type()));
    } catch (JsonProcessingException refused) {
      boolean tooLarge = type.leaf() == Leaf.WHOLE && node.isIntegralNumber();
      return wrong(
          value, tooLarge ? expected + " of at most %d bits".formatted(bits(type)) : expected);
    }
  }

  private static int bits(Single type) {
    return type.type() == long.class || type.type() == Long.class ? Long.SIZE : Integer.SIZE;
  }

  private Optional<?> wrong(Settings value, String expected) {
    problems.add(
        value.path(), value.tree().origin(), expected + ", but is " + ValueBinding.describe(value));
    return Optional.empty();
  }
}

package dev.coffey.kernel.config;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** One text for all JSON trees that mean the same, for digests. */
final class CanonicalJson {
  /** Above this many digits a whole number keeps its exponent: 1E+400 is no text for a page. */
  private static final int DIGITS = 25;

  private CanonicalJson() {}

  static String of(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> object(node);
      case ARRAY ->
          StreamSupport.stream(node.spliterator(), false)
              .map(CanonicalJson::of)
              .collect(Collectors.joining(",", "[", "]"));
      case NUMBER -> number(node);
      case MISSING -> "";
      case STRING -> quoted(node.textValue());
      default -> node.asText();
    };
  }

  private static String object(JsonNode node) {
    Map<String, String> sorted = new TreeMap<>();
    node.properties().forEach(entry -> sorted.put(entry.getKey(), of(entry.getValue())));
    return sorted.entrySet().stream()
        .map(entry -> quoted(entry.getKey()) + ":" + entry.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** 0.90 and 0.9, 3 and 3.0, float and double alike. Infinities become text, as JSON has none. */
  private static String number(JsonNode node) {
    if (node.isFloatingPointNumber()
        && !Double.isFinite(node.doubleValue())
        && !node.isBigDecimal()) {
      return quoted(node.asText());
    }
    BigDecimal number = new BigDecimal(node.asText()).stripTrailingZeros();
    boolean shortWhole = number.scale() < 0 && number.precision() - number.scale() <= DIGITS;
    return shortWhole ? number.toBigInteger().toString() : number.toString();
  }

  /** Without an ObjectMapper, which would take a quarter of a second to load. */
  private static String quoted(String text) {
    return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }
}

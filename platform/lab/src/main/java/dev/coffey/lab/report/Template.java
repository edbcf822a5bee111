package dev.coffey.lab.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with places to fill: <code>{{name}}</code> takes a text, escaped for HTML; <code>{{{name}}}
 * </code> takes it as it is; <code>{{#name}}…{{/name}}</code> repeats what is inside for every map
 * of a list, in which outer values are seen too. What is filled in is not looked through again.
 */
record Template(String text) {
  private static final Pattern PLACE =
      Pattern.compile(
          "\\{\\{#(?<list>\\w+)}}(?<inner>.*?)\\{\\{/\\k<list>}}"
              + "|\\{\\{\\{(?<raw>\\w+)}}}"
              + "|\\{\\{(?<escaped>\\w+)}}",
          Pattern.DOTALL);

  static Template of(String text) {
    return new Template(text);
  }

  /**
   * The text with all places filled.
   *
   * @throws IllegalArgumentException if a value is missing
   */
  String fill(Map<String, ?> values) {
    var filled = new StringBuilder();
    Matcher place = PLACE.matcher(text);
    int filledUpTo = 0;
    while (place.find()) {
      filled.append(text.substring(filledUpTo, place.start()));
      append(filled, place, values);
      filledUpTo = place.end();
    }
    return filled.append(text.substring(filledUpTo)).toString();
  }

  private static void append(StringBuilder filled, Matcher place, Map<String, ?> values) {
    if (place.group("list") != null) {
      var inner = new Template(place.group("inner"));
      for (Object item : (List<?>) value(values, place.group("list"))) {
        filled.append(inner.fill(nested(values, (Map<?, ?>) item)));
      }
    } else if (place.group("raw") != null) {
      filled.append(value(values, place.group("raw")));
    } else {
      filled.append(escaped(value(values, place.group("escaped")).toString()));
    }
  }

  private static Map<String, Object> nested(Map<String, ?> outer, Map<?, ?> inner) {
    Map<String, Object> values = new LinkedHashMap<>(outer);
    inner.forEach((name, value) -> values.put((String) name, value));
    return values;
  }

  private static Object value(Map<String, ?> values, String name) {
    Object value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "the template asks for '%s'; there are %s".formatted(name, values.keySet()));
    }
    return value;
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}

package dev.coffey.kernel.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.coffey.kernel.config.Tree.Entries;
import dev.coffey.kernel.config.Tree.Scalar;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads scalars that are written without quotes, by the core schema of YAML 1.2 in all file
 * formats: {@code 1e-3} is a number, {@code no} is a text, {@code 010} is ten. (SnakeYAML's own
 * rules are those of YAML 1.1, where each of the three is something else.)
 */
final class PlainScalar {
  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");
  private static final Pattern HEXADECIMAL = Pattern.compile("0x([0-9a-fA-F]+)");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern INFINITY = Pattern.compile("([-+]?)\\.(inf|Inf|INF)");

  private PlainScalar() {}

  /** Null, and nothing at all, become an object without keys. */
  static Tree read(String text, Origin origin) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> Entries.none(origin);
      default -> new Scalar(json(text), text, origin);
    };
  }

  private static JsonNode json(String text) {
    return switch (text) {
      case "true", "True", "TRUE" -> BooleanNode.TRUE;
      case "false", "False", "FALSE" -> BooleanNode.FALSE;
      case ".nan", ".NaN", ".NAN" -> DoubleNode.valueOf(Double.NaN);
      default -> number(text);
    };
  }

  private static JsonNode number(String text) {
    if (WHOLE.matcher(text).matches()) {
      return whole(new BigInteger(text));
    }
    Matcher hexadecimal = HEXADECIMAL.matcher(text);
    if (hexadecimal.matches()) {
      return whole(new BigInteger(hexadecimal.group(1), 16));
    }
    if (NUMBER.matcher(text).matches() && Double.isFinite(Double.parseDouble(text))) {
      return DoubleNode.valueOf(Double.parseDouble(text));
    }
    Matcher infinity = INFINITY.matcher(text);
    if (infinity.matches()) {
      return DoubleNode.valueOf(Double.parseDouble(infinity.group(1) + "Infinity"));
    }
    return TextNode.valueOf(text);
  }

  private static JsonNode whole(BigInteger value) {
    if (value.bitLength() < Integer.SIZE) {
      return IntNode.valueOf(value.intValue());
    }
    return value.bitLength() < Long.SIZE
        ? LongNode.valueOf(value.longValue())
        : BigIntegerNode.valueOf(value);
  }
}

package dev.coffey.kernel.config;

import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The types that a component of an option record may have. */
sealed interface OptionType {
  /** What the value is, for people: {@code whole number}, {@code list of numbers}. */
  String text();

  /** The same for several of them. */
  default String plural() {
    return text();
  }

  /** What an option of this type is if nobody says anything; empty if somebody must. */
  default Optional<Object> ifOmitted() {
    return Optional.empty();
  }

  /** Throws IllegalArgumentException if options cannot have that type. */
  static OptionType of(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      if (generic.getRawType() == List.class) {
        return new ListOf(of(arguments[0]));
      }
      if (generic.getRawType() == Map.class && arguments[0] == String.class) {
        return new MapOf(of(arguments[1]));
      }
      if (generic.getRawType() == Optional.class) {
        return new Maybe(of(arguments[0]));
      }
    }
    if (type == Settings.class) {
      return new Raw();
    }
    if (type instanceof Class<?> simple) {
      if (simple.isEnum()) {
        return new Choice(
            Stream.of(simple.getEnumConstants()).<Enum<?>>map(Enum.class::cast).toList());
      }
      if (simple.isRecord()) {
        return new Group(simple.asSubclass(Record.class));
      }
      Optional<Leaf> leaf = Leaf.of(simple);
      if (leaf.isPresent()) {
        return new Single(leaf.get(), simple);
      }
    }
    throw new IllegalArgumentException("an option cannot have the type " + type.getTypeName());
  }

  /** Kinds of scalar. */
  enum Leaf {
    WHOLE("whole number", "whole numbers", "a whole number"),
    NUMBER("number", "numbers", "a number"),
    TRUTH("true or false", "true or false", "true or false"),
    TEXT("text", "texts", "text"),
    PATH("path", "paths", "a path");

    final String text;
    final String plural;
    final String withArticle;

    Leaf(String text, String plural, String withArticle) {
      this.text = text;
      this.plural = plural;
      this.withArticle = withArticle;
    }

    private static Optional<Leaf> of(Class<?> type) {
      if (type == String.class) {
        return Optional.of(TEXT);
      }
      if (type == Path.class) {
        return Optional.of(PATH);
      }
      return switch (MethodType.methodType(type).unwrap().returnType().getName()) {
        case "boolean" -> Optional.of(TRUTH);
        case "int", "long" -> Optional.of(WHOLE);
        case "double", "float" -> Optional.of(NUMBER);
        default -> Optional.empty();
      };
    }
  }

  /** A scalar; {@code type} is what Java wants. */
  record Single(Leaf leaf, Class<?> type) implements OptionType {
    @Override
    public String text() {
      return leaf.text;
    }

    @Override
    public String plural() {
      return leaf.plural;
    }
  }

  /** One of the constants of an enum. */
  record Choice(List<Enum<?>> constants) implements OptionType {
    List<String> names() {
      return constants.stream().map(KebabCase::constant).toList();
    }

    @Override
    public String text() {
      return "one of " + names().stream().collect(Collectors.joining(", "));
    }
  }

  /** A list. */
  record ListOf(OptionType item) implements OptionType {
    @Override
    public String text() {
      return "list of " + item.plural();
    }

    @Override
    public Optional<Object> ifOmitted() {
      return Optional.of(List.of());
    }
  }

  /** Any keys, all values of one type. */
  record MapOf(OptionType value) implements OptionType {
    @Override
    public String text() {
      return "map of names to " + value.plural();
    }

    @Override
    public Optional<Object> ifOmitted() {
      return Optional.of(Map.of());
    }
  }

  /** What may be left out. */
  record Maybe(OptionType inner) implements OptionType {
    @Override
    public String text() {
      return inner.text();
    }

    @Override
    public Optional<Object> ifOmitted() {
      return Optional.of(Optional.empty());
    }
  }

  /** A nested record. */
  record Group(Class<? extends Record> type) implements OptionType {
    @Override
    public String text() {
      return "group of keys";
    }

    @Override
    public String plural() {
      return "groups of keys";
    }
  }

  /** Settings as they are, to be bound later. */
  record Raw() implements OptionType {
    @Override
    public String text() {
      return "anything";
    }
  }
}

package dev.coffey.api.contract;

import dev.coffey.api.Option;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One component of an option record, read much as the kernel reads it: its default is looked at if
 * it is a number, a boolean or an enum, or an Optional or a list of these.
 */
record DeclaredOption(RecordComponent component) {
  /** Names that become kebab-case and are still read as they are meant. */
  static final String CAMEL_CASE = "[a-z][a-z0-9]*([A-Z][a-z0-9]+)*[A-Z]?";

  private static final Pattern WHOLE = Pattern.compile("[-+]?\\d+");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

  /** The components of {@code record}, and those of records in them. */
  static List<DeclaredOption> of(Class<? extends Record> record) {
    var options = new ArrayList<DeclaredOption>();
    collect(record, new LinkedHashSet<>(), options);
    return options;
  }

  private static void collect(Type type, Set<Type> seen, List<DeclaredOption> options) {
    if (type instanceof ParameterizedType generic) {
      Stream.of(generic.getActualTypeArguments())
          .forEach(argument -> collect(argument, seen, options));
    } else if (type instanceof Class<?> simple && simple.isRecord() && seen.add(type)) {
      for (RecordComponent component : simple.getRecordComponents()) {
        options.add(new DeclaredOption(component));
        collect(component.getGenericType(), seen, options);
      }
    }
  }

  String name() {
    return component.getName();
  }

  Optional<Option> declaration() {
    return Optional.ofNullable(component.getAnnotation(Option.class));
  }

  /** Whether {@code message} has the option's name as a word, as in Java or in kebab-case. */
  boolean isNamedIn(String message) {
    var kebab = name().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    return message != null
        && Pattern.compile("\\b(%s|%s)\\b".formatted(name(), kebab)).matcher(message).find();
  }

  /** What is wrong with the default; nothing if there is none. */
  List<String> complaints() {
    return declaration()
        .filter(option -> !option.value().isEmpty())
        .map(option -> complaints(option, component.getGenericType(), option.value().strip()))
        .orElse(List.of());
  }

  private List<String> complaints(Option option, Type type, String text) {
    if (type instanceof ParameterizedType generic) {
      var item = generic.getActualTypeArguments()[0];
      if (generic.getRawType() == Optional.class) {
        return complaints(option, item, text);
      }
      return generic.getRawType() == List.class
          ? items(text).flatMap(part -> complaints(option, item, part).stream()).toList()
          : List.of();
    }
    if (type instanceof Class<?> simple) {
      return Stream.of(complaint(option, simple, text)).flatMap(Optional::stream).toList();
    }
    return List.of();
  }

  private static Stream<String> items(String list) {
    var inner = list.replaceFirst("^\\[(.*)]$", "$1");
    return Stream.of(inner.split(",")).map(String::strip).filter(item -> !item.isEmpty());
  }

  private Optional<String> complaint(Option option, Class<?> type, String text) {
    if (type.isEnum()) {
      return complaintIf(!isConstant(type, text), text, "none of the constants");
    }
    return switch (MethodType.methodType(type).unwrap().returnType().getName()) {
      case "boolean" -> complaintIf(!text.matches("true|false"), text, "neither true nor false");
      case "int", "long" -> number(option, WHOLE, text, "no whole number");
      case "float", "double" -> number(option, NUMBER, text, "no number");
      default -> Optional.empty();
    };
  }

  private Optional<String> number(Option option, Pattern form, String text, String otherwise) {
    if (!form.matcher(text).matches()) {
      return complaintIf(true, text, otherwise);
    }
    var value = Double.parseDouble(text);
    return complaintIf(
        value < option.min() || value > option.max(),
        text,
        "not within %s to %s".formatted(option.min(), option.max()));
  }

  private static boolean isConstant(Class<?> type, String text) {
    return Stream.of(type.getEnumConstants())
        .map(constant -> ((Enum<?>) constant).name())
        .anyMatch(name -> name.equalsIgnoreCase(text.replace('-', '_')));
  }

  private Optional<String> complaintIf(boolean wrong, String text, String what) {
    return wrong
        ? Optional.of("the default of %s, %s, is %s".formatted(this, text, what))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return component.getDeclaringRecord().getSimpleName() + "." + name();
  }
}

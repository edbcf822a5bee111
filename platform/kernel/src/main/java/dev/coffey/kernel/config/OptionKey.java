package dev.coffey.kernel.config;

import dev.coffey.api.Option;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One component of an option record as the user sees it. */
record OptionKey(
    String name, OptionType type, String help, Optional<String> standard, Range range) {
  private static final Origin DEFAULT = Origin.of("default");

  /** Throws IllegalArgumentException, naming the component, if its type cannot be an option's. */
  static List<OptionKey> of(Class<? extends Record> type) {
    List<OptionKey> keys = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      keys.add(of(type, component));
    }
    return keys;
  }

  /** The default as settings at {@code path}; empty if the record names none. */
  Optional<Settings> standardAt(String path) {
    return standard.map(text -> new Settings(path, new YamlFormat().value(text, DEFAULT)));
  }

  private static OptionKey of(Class<? extends Record> record, RecordComponent component) {
    try {
      OptionType type = OptionType.of(component.getGenericType());
      String name = KebabCase.key(component.getName());
      Option option = component.getAnnotation(Option.class);
      return option == null
          ? new OptionKey(name, type, "", Optional.empty(), Range.ANY)
          : new OptionKey(
              name,
              type,
              option.help(),
              Optional.of(option.value()).filter(text -> !text.isEmpty()),
              Range.of(option));
    } catch (IllegalArgumentException unsupported) {
      throw new IllegalArgumentException(
          "%s.%s: %s".formatted(record.getName(), component.getName(), unsupported.getMessage()),
          unsupported);
    }
  }
}

package dev.coffey.kernel.config;

import dev.coffey.kernel.config.OptionType.Choice;
import dev.coffey.kernel.config.OptionType.Group;
import dev.coffey.kernel.config.OptionType.ListOf;
import dev.coffey.kernel.config.OptionType.MapOf;
import dev.coffey.kernel.config.OptionType.Maybe;
import dev.coffey.kernel.config.OptionType.Raw;
import dev.coffey.kernel.config.OptionType.Single;
import dev.coffey.kernel.config.Tree.Absent;
import dev.coffey.kernel.config.Tree.Entries;
import dev.coffey.kernel.config.Tree.Items;
import dev.coffey.kernel.config.Tree.Scalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Binds one value to a type; empty if that added a problem. */
final class ValueBinding {
  private final RecordBinding records;
  private final Problems problems;

  ValueBinding(RecordBinding records, Problems problems) {
    this.records = records;
    this.problems = problems;
  }

  Optional<?> bind(Settings value, OptionType type, Range range) {
    if (type instanceof Group group) {
      return records.bind(value, group.type());
    }
    if (type instanceof Maybe maybe) {
      return maybe(value, maybe, range);
    }
    if (type instanceof ListOf list) {
      return list(value, list, range);
    }
    if (type instanceof MapOf map) {
      return map(value, map, range);
    }
    if (type instanceof Choice choice) {
      return choice(value, choice);
    }
    return type instanceof Raw
        ? Optional.of(value)
        : new ScalarBinding(problems).bind(value, (Single) type, range);
  }

  private Optional<?> maybe(Settings value, Maybe type, Range range) {
    boolean scalar = type.inner() instanceof Single || type.inner() instanceof Choice;
    if (scalar && isEmpty(value)) {
      return type.ifOmitted();
    }
    Optional<?> inner = bind(value, type.inner(), range);
    return inner.isPresent() ? Optional.of(inner) : Optional.empty();
  }

  private Optional<?> list(Settings value, ListOf type, Range range) {
    boolean group = type.item() instanceof Group || type.item() instanceof MapOf;
    if (value.tree().list().isEmpty() && !group) {
      return wrong(value, "must be a list");
    }
    List<Settings> items = value.items();
    List<Object> bound = new ArrayList<>();
    items.forEach(item -> bind(item, type.item(), range).ifPresent(bound::add));
    return bound.size() == items.size() ? Optional.of(List.copyOf(bound)) : Optional.empty();
  }

  private Optional<?> map(Settings value, MapOf type, Range range) {
    if (!(value.tree() instanceof Entries)) {
      return wrong(value, "must be a group of keys");
    }
    Map<String, Settings> entries = value.entries();
    Map<String, Object> bound = new LinkedHashMap<>();
    entries.forEach(
        (key, entry) ->
            bind(entry, type.value(), range).ifPresent(result -> bound.put(key, result)));
    return bound.size() == entries.size()
        ? Optional.of(Collections.unmodifiableMap(bound))
        : Optional.empty();
  }

  private Optional<?> choice(Settings value, Choice type) {
    String written = value.text().orElse("").toLowerCase(Locale.ROOT).replace('_', '-');
    int index = type.names().indexOf(written);
    return index < 0
        ? wrong(value, "must be " + type.text())
        : Optional.of(type.constants().get(index));
  }

  private Optional<?> wrong(Settings value, String expected) {
    problems.add(value.path(), value.tree().origin(), expected + ", but is " + describe(value));
    return Optional.empty();
  }

  private static boolean isEmpty(Settings value) {
    return value.tree() instanceof Entries object && object.entries().isEmpty();
  }

  /** What was found, for a message. */
  static String describe(Settings value) {
    if (value.tree() instanceof Scalar scalar) {
      return scalar.json().isTextual() ? "'" + scalar.text() + "'" : scalar.text();
    }
    if (value.tree() instanceof Items) {
      return "a list";
    }
    return isEmpty(value) || value.tree() instanceof Absent ? "empty" : "a group of keys";
  }
}

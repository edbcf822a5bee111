package dev.coffey.kernel.config;

import dev.coffey.kernel.config.OptionType.Group;
import dev.coffey.kernel.config.Tree.Absent;
import dev.coffey.kernel.config.Tree.Entries;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Binds one object of the settings to one record. */
final class RecordBinding {
  private final Problems problems;
  private final ValueBinding values;

  RecordBinding(Problems problems) {
    this.problems = problems;
    this.values = new ValueBinding(this, problems);
  }

  <T extends Record> Optional<T> bind(Settings settings, Class<T> type) {
    List<OptionKey> keys = OptionKey.of(type);
    if (!(settings.tree() instanceof Entries || settings.tree() instanceof Absent)) {
      String names = String.join(", ", keys.stream().map(OptionKey::name).toList());
      String found = ValueBinding.describe(settings);
      report(settings, "must be a group of keys (%s), but is %s".formatted(names, found));
      return Optional.empty();
    }
    int before = problems.size();
    new UnknownKeys(problems).refuse(settings, keys);
    List<Object> arguments = new ArrayList<>();
    for (OptionKey key : keys) {
      component(settings.at(key.name()), key).ifPresent(arguments::add);
    }
    return problems.size() == before ? construct(settings, type, arguments) : Optional.empty();
  }

  private Optional<?> component(Settings given, OptionKey key) {
    Optional<Settings> standard = key.standardAt(given.path());
    if (given.isPresent()) {
      boolean layered = key.type() instanceof Group && standard.isPresent();
      return values.bind(
          layered ? given.withDefaults(standard.get()) : given, key.type(), key.range());
    }
    if (standard.isPresent() || key.type() instanceof Group) {
      return values.bind(standard.orElse(given), key.type(), key.range());
    }
    Optional<Object> omitted = key.type().ifOmitted();
    if (omitted.isEmpty()) {
      String help = key.help().isEmpty() ? "" : " (" + key.help() + ")";
      report(given, "the key %s is required, but missing%s".formatted(given.path(), help));
    }
    return omitted;
  }

  private <T extends Record> Optional<T> construct(
      Settings settings, Class<T> type, List<Object> arguments) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<T> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true); // option records of plugins may be package-private
      return Optional.of(constructor.newInstance(arguments.toArray()));
    } catch (InvocationTargetException failure) {
      if (failure.getCause() instanceof IllegalArgumentException refused) {
        report(settings, String.valueOf(refused.getMessage()));
        return Optional.empty();
      }
      throw new IllegalStateException(type.getName() + " cannot be made", failure.getCause());
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException(type.getName() + " cannot be made", failure);
    }
  }

  private void report(Settings settings, String message) {
    problems.add(settings.path(), settings.tree().origin(), message);
  }
}

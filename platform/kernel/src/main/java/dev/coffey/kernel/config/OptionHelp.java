package dev.coffey.kernel.config;

import dev.coffey.kernel.config.OptionType.Group;
import dev.coffey.kernel.config.OptionType.ListOf;
import dev.coffey.kernel.config.OptionType.MapOf;
import dev.coffey.kernel.config.OptionType.Maybe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Describes the options of a record for {@code coffey plugins info} and the documentation. */
public final class OptionHelp {
  private final List<Class<?>> open = new ArrayList<>();
  private final List<OptionDescription> descriptions = new ArrayList<>();

  private OptionHelp() {}

  /**
   * One description a key, in declared order; a nested record has one of its own, followed by its
   * keys.
   *
   * @throws IllegalArgumentException if {@code type} has a component that cannot be an option
   */
  public static List<OptionDescription> of(Class<? extends Record> type) {
    var help = new OptionHelp();
    help.describe(type, "", Settings.empty());
    return List.copyOf(help.descriptions);
  }

  private void describe(Class<? extends Record> type, String prefix, Settings defaults) {
    if (open.contains(type)) {
      return; // a record that contains itself
    }
    open.add(type);
    for (OptionKey key : OptionKey.of(type)) {
      String path = prefix + key.name();
      Settings outer = defaults.at(key.name());
      Settings standard =
          key.standardAt(path)
              .map(own -> outer.isPresent() ? outer.withDefaults(own) : own)
              .orElse(outer);
      descriptions.add(
          new OptionDescription(
              path,
              key.type().text(),
              defaultText(key.type(), standard),
              key.range().description(),
              key.help()));
      describeInner(key.type(), path, standard);
    }
    open.remove(type);
  }

  private void describeInner(OptionType type, String path, Settings defaults) {
    if (type instanceof Group group) {
      describe(group.type(), path + ".", defaults);
    } else if (type instanceof Maybe maybe) {
      describeInner(maybe.inner(), path, defaults);
    } else if (type instanceof ListOf list) {
      describeInner(list.item(), path + "[]", Settings.empty());
    } else if (type instanceof MapOf map) {
      describeInner(map.value(), path + ".NAME", Settings.empty());
    }
  }

  private static String defaultText(OptionType type, Settings standard) {
    if (type instanceof Group) {
      return "";
    }
    if (standard.isPresent()) {
      return standard.text().orElseGet(() -> standard.value().toString());
    }
    Optional<Object> omitted = type.ifOmitted();
    if (type instanceof Maybe) {
      return "none";
    }
    return omitted.map(empty -> type instanceof ListOf ? "[]" : "{}").orElse("required");
  }

  /**
   * One key.
   *
   * @param key with dots below nested records; {@code losses[].weight} inside lists, {@code
   *     losses.NAME.weight} inside maps
   * @param type {@code whole number}, {@code number}, {@code text}, {@code true or false}, {@code
   *     one of sgd, adam, adamw}, {@code list of numbers}, {@code group of keys}, …
   * @param defaultText the default as in YAML, {@code required}, or {@code none}; empty for a group
   *     of keys, which have their own
   * @param range {@code 0 to 1}, {@code at least 1}, {@code at most 8}; empty if there is none
   * @param help one line
   */
  public record OptionDescription(
      String key, String type, String defaultText, String range, String help) {}
}

package dev.coffey.kernel.config;

import dev.coffey.kernel.config.OptionType.Group;
import java.util.List;
import java.util.stream.Stream;

/** Refuses keys that a record does not have, saying which may have been meant. */
record UnknownKeys(Problems problems) {
  void refuse(Settings settings, List<OptionKey> known) {
    List<String> names = known.stream().map(OptionKey::name).toList();
    settings
        .entries()
        .forEach(
            (name, value) -> {
              if (!names.contains(name)) {
                String advice = advice(settings.path(), name, known, names);
                problems.add(
                    value.path(), value.tree().origin(), "unknown key " + value.path() + advice);
              }
            });
  }

  private static String advice(
      String path, String name, List<OptionKey> known, List<String> names) {
    if (names.contains(name.replaceFirst("\\..*", ""))) {
      return "; a dot does not nest here, write " + name.replaceFirst("\\.", ": { ") + ": … }";
    }
    List<String> meant = NearestNames.of(name, names);
    if (meant.isEmpty()) {
      meant = known.stream().flatMap(key -> deeper(key, name)).limit(3).toList();
    }
    if (!meant.isEmpty()) {
      List<String> paths = meant.stream().map(near -> new KeyPath.Key(near).below(path)).toList();
      return ", did you mean " + NearestNames.either(paths) + "?";
    }
    return names.isEmpty()
        ? "; nothing can be set here"
        : "; the keys here are " + String.join(", ", names);
  }

  /** Paths to a key of that very name inside the nested record of {@code key}. */
  private static Stream<String> deeper(OptionKey key, String name) {
    if (!(key.type() instanceof Group group)) {
      return Stream.of();
    }
    List<OptionKey> inner = OptionKey.of(group.type());
    Stream<String> here = inner.stream().map(OptionKey::name).filter(name::equals).limit(1);
    Stream<String> below = inner.stream().flatMap(child -> deeper(child, name));
    return Stream.concat(here, below).map(found -> key.name() + "." + found);
  }
}

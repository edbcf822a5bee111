package dev.coffey.nn.test;

import dev.coffey.api.NoOptions;
import dev.coffey.nn.Workspace.OptionSource;
import java.util.List;

/** Answers with the records it was given. */
record GivenOptions(List<Record> records) implements OptionSource {
  @Override
  public <T extends Record> T get(Class<T> type) {
    if (type == NoOptions.class) {
      return type.cast(new NoOptions());
    }
    return records.stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the test gave no options of type " + type.getSimpleName()));
  }
}

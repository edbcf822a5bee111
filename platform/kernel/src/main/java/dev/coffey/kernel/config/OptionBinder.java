package dev.coffey.kernel.config;

import java.util.Optional;

/**
 * Binds settings to option records, whose components carry {@link dev.coffey.api.Option}. A
 * component may be a boolean, int, long, float, double, String, enum, {@link java.nio.file.Path},
 * nested record, {@code Settings} (left as they are), or a List, a Map from String, or an Optional
 * of these.
 *
 * <ul>
 *   <li>Keys are kebab-case. Enum constants are too, in any letter case.
 *   <li>Scalars must be of the right kind: neither 2.5 nor "3" in quotes is a whole number. A
 *       number that is written where text is wanted is text.
 *   <li>Where a list is wanted, a scalar or an object with one key is a list of one, and a key
 *       without value is an empty list.
 *   <li>An Optional scalar whose key has no value (or null) is empty.
 *   <li>A default is read like a value in a file. Of a nested record, the default is laid under
 *       what the user gives.
 * </ul>
 */
public final class OptionBinder {
  /**
   * Binds, and adds everything that is wrong to {@code problems}: unknown and missing keys, wrong
   * types, numbers out of range, and what the record's constructor says.
   *
   * @return the record, or nothing if something was added
   * @throws IllegalArgumentException if {@code type} has a component that cannot be an option
   */
  public <T extends Record> Optional<T> bind(Settings settings, Class<T> type, Problems problems) {
    return new RecordBinding(problems).bind(settings, type);
  }

  /**
   * Binds.
   *
   * @throws InvalidInput with everything that is wrong
   * @throws IllegalArgumentException if {@code type} has a component that cannot be an option
   */
  public <T extends Record> T bind(Settings settings, Class<T> type) {
    var problems = new Problems();
    Optional<T> bound = bind(settings, type, problems);
    problems.throwIfAny();
    return bound.orElseThrow();
  }
}

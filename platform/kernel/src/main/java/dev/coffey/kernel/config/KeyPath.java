package dev.coffey.kernel.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The way to a value: {@code compare[1].kd.temperature}. Commons Configuration's own writing of an
 * index, {@code compare(1)}, is understood too.
 */
record KeyPath(String text, List<Step> steps) {
  private static final Pattern STEP =
      Pattern.compile("([^.\\[\\]()]+)((?:\\[\\d{1,6}]|\\(\\d{1,6}\\))*)");
  private static final Pattern INDEX = Pattern.compile("\\d+");

  KeyPath {
    steps = List.copyOf(steps);
  }

  /** Throws IllegalArgumentException with a sentence if {@code text} is no such way. */
  static KeyPath parse(String text) {
    List<Step> steps = new ArrayList<>();
    for (String part : text.strip().split("\\.", -1)) {
      Matcher matcher = STEP.matcher(part);
      if (!matcher.matches()) {
        throw new IllegalArgumentException(
            "'%s' is no key; keys look like train.epochs or compare[1].kd.temperature"
                .formatted(text));
      }
      steps.add(new Key(matcher.group(1).strip()));
      INDEX
          .matcher(matcher.group(2))
          .results()
          .forEach(index -> steps.add(new Index(Integer.parseInt(index.group()))));
    }
    return new KeyPath(text, steps);
  }

  boolean hasIndex() {
    return steps.stream().anyMatch(Index.class::isInstance);
  }

  /** The first {@code count} steps as text; empty for none. */
  String upTo(int count) {
    String path = "";
    for (Step step : steps.subList(0, count)) {
      path = step.below(path);
    }
    return path;
  }

  /** One step down. */
  sealed interface Step {
    /** The path of what this step leads to from {@code path}. */
    String below(String path);
  }

  /** Into an object. */
  record Key(String name) implements Step {
    @Override
    public String below(String path) {
      return path.isEmpty() ? name : path + "." + name;
    }
  }

  /** Into a list, from 0. */
  record Index(int number) implements Step {
    @Override
    public String below(String path) {
      return path + "[" + number + "]";
    }
  }
}

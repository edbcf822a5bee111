package dev.coffey.kernel.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coffey.kernel.config.KeyPath.Index;
import dev.coffey.kernel.config.Tree.Absent;
import dev.coffey.kernel.config.Tree.Entries;
import dev.coffey.kernel.config.Tree.Items;
import dev.coffey.kernel.config.Tree.Scalar;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An immutable tree of settings in which every value knows where it was written. Keys are
 * kebab-case and keep their order, lists too; paths look like {@code compare[1].kd.temperature}. A
 * key that is written with no value holds an object without keys. What is not there is a Settings
 * too, one that {@link #isPresent()} denies.
 *
 * <p>Two Settings are equal if their values are; the order of keys, the writing of numbers (0.9,
 * 0.90), path and origin don't count.
 */
public final class Settings {
  private final String path;
  private final Tree tree;

  Settings(String path, Tree tree) {
    this.path = path;
    this.tree = tree;
  }

  /** An object without keys. */
  public static Settings empty() {
    return new Settings("", Entries.none(Origin.UNKNOWN));
  }

  /**
   * Settings made from a value in memory: a {@link JsonNode}, Settings, a record (keys become
   * kebab-case, empty Optionals are left out), a map, a list, a scalar. Everything in it has the
   * given origin, save Settings inside, which keep theirs.
   */
  public static Settings of(Object value, Origin origin) {
    return new Settings("", JsonTree.of(value, origin));
  }

  /**
   * Reads YAML in UTF-8; {@code name} stands for the file in messages. Doesn't close the stream.
   *
   * @throws InvalidInput if it is not YAML, has a key twice, or holds no keys at its top
   */
  public static Settings parseYaml(String name, InputStream content) {
    return parseYaml(name, new InputStreamReader(content, StandardCharsets.UTF_8));
  }

  /** Reads YAML; see {@link #parseYaml(String, InputStream)}. */
  public static Settings parseYaml(String name, Reader content) {
    var text = new StringWriter();
    try {
      content.transferTo(text);
    } catch (IOException failure) {
      throw new UncheckedIOException(name + " cannot be read", failure);
    }
    return new Settings("", new YamlFormat().read(name, text.toString()));
  }

  /** The value as a JSON tree of its own; a missing node where there is nothing. */
  public JsonNode value() {
    return tree.json();
  }

  /** A scalar as it was written, without quotes; empty for anything else. */
  public Optional<String> text() {
    return tree instanceof Scalar scalar ? Optional.of(scalar.text()) : Optional.empty();
  }

  /** Whether there is a value at all. */
  public boolean isPresent() {
    return !(tree instanceof Absent);
  }

  /** Full path from the root of the file: {@code compare[1].kd}; empty at the root. */
  public String path() {
    return path;
  }

  /** Where this value was written; empty if there is none or nobody wrote it. */
  public Optional<Origin> origin() {
    return isPresent() && !tree.origin().equals(Origin.UNKNOWN)
        ? Optional.of(tree.origin())
        : Optional.empty();
  }

  /**
   * Where the value at {@code relativePath} was written, or, if it is not there, the nearest value
   * above it; {@link Origin#UNKNOWN} if nobody wrote any.
   */
  public Origin originOf(String relativePath) {
    return find(relativePath).tree.origin();
  }

  /** The value under one key of an object; nothing there if there is no such key. */
  public Settings at(String key) {
    Tree child = tree instanceof Entries object ? object.entries().get(key) : null;
    return new Settings(new KeyPath.Key(key).below(path), orAbsent(child));
  }

  /** An item of a list, from 0; nothing there if the list is shorter. */
  public Settings at(int index) {
    boolean there = tree instanceof Items list && index >= 0 && index < list.items().size();
    return new Settings(
        new Index(index).below(path), orAbsent(there ? ((Items) tree).items().get(index) : null));
  }

  /** The value at a path below this one: {@code kd.temperature}, {@code compare[1]}. */
  public Settings find(String relativePath) {
    Settings here = this;
    if (relativePath.isEmpty()) {
      return here;
    }
    for (KeyPath.Step step : KeyPath.parse(relativePath).steps()) {
      here =
          step instanceof KeyPath.Key key ? here.at(key.name()) : here.at(((Index) step).number());
    }
    return here;
  }

  /** Whether this is an object with that key. */
  public boolean has(String key) {
    return at(key).isPresent();
  }

  /**
   * The items of a list. What is no list is its own single item, since properties and XML files
   * know no lists of one; an object without keys has none.
   */
  public List<Settings> items() {
    if (!(tree instanceof Items list)) {
      return tree.list().filter(List::isEmpty).isPresent() ? List.of() : List.of(this);
    }
    List<Settings> items = new ArrayList<>();
    for (int index = 0; index < list.items().size(); index++) {
      items.add(at(index));
    }
    return Collections.unmodifiableList(items);
  }

  /** Keys and values of an object in the order they were written; empty for anything else. */
  public Map<String, Settings> entries() {
    Map<String, Settings> entries = new LinkedHashMap<>();
    if (tree instanceof Entries object) {
      object.entries().keySet().forEach(key -> entries.put(key, at(key)));
    }
    return Collections.unmodifiableMap(entries);
  }

  /** This object without one of its keys; anything else as it is. */
  public Settings without(String key) {
    if (!(tree instanceof Entries object) || !object.entries().containsKey(key)) {
      return this;
    }
    Map<String, Tree> rest = new LinkedHashMap<>(object.entries());
    rest.remove(key);
    return new Settings(path, new Entries(rest, object.origin()));
  }

  /** Both together; where both have a value this one wins, lists as a whole. */
  public Settings withDefaults(Settings lower) {
    return new Settings(path, Layers.merge(tree, lower.tree));
  }

  /**
   * Puts variables in the place of {@code ${name}} in scalars. A scalar that is nothing but {@code
   * ${name}} takes the variable's own type and may become a list or an object; {@code
   * ${name:-default}} has a default, {@code $${name}} stands for itself.
   *
   * @throws InvalidInput naming every undefined variable and its place
   */
  public Settings interpolate(Map<String, ?> variables) {
    var problems = new Problems();
    Tree result = new Variables(variables, problems).replaceIn(tree, path);
    problems.throwIfAny();
    return new Settings(path, result);
  }

  /** Every scalar, empty list and empty object below this, in order. */
  public List<Leaf> leaves() {
    List<Settings> children = tree instanceof Items ? items() : List.copyOf(entries().values());
    if (children.isEmpty()) {
      return isPresent() ? List.of(new Leaf(path, value(), tree.origin())) : List.of();
    }
    return children.stream().flatMap(child -> child.leaves().stream()).toList();
  }

  /** One text for equal values: keys sorted, no spaces, numbers without needless digits. */
  public String canonicalJson() {
    return CanonicalJson.of(value());
  }

  /** The value itself, with its place; or nothing, with the place nearest to it. */
  Tree tree() {
    return tree;
  }

  private Tree orAbsent(Tree child) {
    return child == null ? new Absent(tree.origin()) : child;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Settings settings && canonicalJson().equals(settings.canonicalJson());
  }

  @Override
  public int hashCode() {
    return canonicalJson().hashCode();
  }

  /** Path and value, shortened, for logs and test failures. */
  @Override
  public String toString() {
    String json = tree.json().toString();
    String shown = json.length() > 80 ? json.substring(0, 79) + "…" : json;
    return path.isEmpty() ? shown : path + ": " + shown;
  }

  /** One value without anything below it: path, value, and where it was written. */
  public record Leaf(String path, JsonNode value, Origin origin) {}
}

package dev.coffey.kernel.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Settings in layers, lowest first: built-in defaults ← site files ← experiment file ← {@code -D}
 * overrides. Whatever order the builder is called in, this is how they lie.
 *
 * <p>Commons Configuration reads properties and XML, combines the layers and looks up {@code
 * ${env:…}} and {@code ${sys:…}}; YAML is read from SnakeYAML's node tree instead, since Commons
 * Configuration loses lines, empty lists and lists of one. Every value therefore travels through it
 * as a node's value that carries its type and origin along, and overrides, whose paths reach into
 * lists, are set on the combined tree.
 */
public final class LayeredConfiguration {
  private LayeredConfiguration() {}

  /** Starts with no layer at all. */
  public static Builder builder() {
    return new Builder();
  }

  /** Gathers layers. */
  public static final class Builder {
    private final List<Supplier<Tree>> defaults = new ArrayList<>();
    private final List<Path> sites = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();
    private final List<OneOverride> overrides = new ArrayList<>();

    private Builder() {}

    /** Adds built-in defaults, above those that were added before. */
    public Builder defaults(Settings settings) {
      defaults.add(() -> JsonTree.of(settings, Origin.of("default")));
      return this;
    }

    /**
     * Adds built-in defaults in YAML; {@code name} stands for the file. Read at once, not closed.
     */
    public Builder defaults(String name, InputStream yaml) {
      return defaults(Settings.parseYaml(name, yaml));
    }

    /**
     * Adds a folder with site files: {@code coffey.yaml}, {@code coffey.properties}, {@code
     * coffey.gpu.xml}, …, sorted by name, the last winning. The folder need not exist.
     */
    public Builder site(Path folder) {
      sites.add(folder);
      return this;
    }

    /** Adds a file that must be there, above those that were added before. */
    public Builder file(Path file) {
      files.add(file);
      return this;
    }

    /**
     * Adds an override, after those that were added before.
     *
     * @param key {@code train.epochs} or {@code compare[1].kd.temperature}
     * @param value a scalar, list or map as in YAML: {@code 3}, {@code [1, 2]}
     */
    public Builder override(String key, String value) {
      overrides.add(new OneOverride(key, value));
      return this;
    }

    /**
     * Reads all layers and lays them over each other.
     *
     * @throws InvalidInput with everything that is wrong with any of them
     */
    public Settings load() {
      var problems = new Problems();
      List<Tree> layers = new ArrayList<>();
      defaults.forEach(layer -> read(layer, layers, problems));
      for (Path site : sites) {
        siteFiles(site).forEach(file -> read(() -> ConfigurationFile.read(file), layers, problems));
      }
      files.forEach(file -> read(() -> ConfigurationFile.read(file), layers, problems));
      problems.throwIfAny();
      Tree tree = Tree.Entries.none(Origin.UNKNOWN);
      if (!layers.isEmpty()) {
        Collections.reverse(layers);
        tree = Layers.combine(layers);
      }
      for (OneOverride override : overrides) {
        tree = override.in(tree, problems);
      }
      tree = new Surroundings(problems).replaceIn(tree, "");
      problems.throwIfAny();
      return new Settings("", tree);
    }

    private static void read(Supplier<Tree> layer, List<Tree> layers, Problems problems) {
      try {
        layers.add(layer.get());
      } catch (InvalidInput invalid) {
        problems.addAll(invalid.problems());
      }
    }

    private static List<Path> siteFiles(Path folder) {
      if (!Files.isDirectory(folder)) {
        return List.of();
      }
      try (Stream<Path> files = Files.list(folder)) {
        return files
            .filter(file -> file.getFileName().toString().startsWith("coffey."))
            .filter(file -> ConfigurationFile.isReadable(file) && Files.isRegularFile(file))
            .sorted()
            .toList();
      } catch (IOException failure) {
        throw new InvalidInput(
            "the folder '%s' cannot be read: %s".formatted(folder, failure.getMessage()));
      }
    }
  }

  /** One {@code -D key=value}. */
  private record OneOverride(String key, String value) {
    Tree in(Tree tree, Problems problems) {
      try {
        return new Edit(KeyPath.parse(key), new YamlFormat().value(value, Origin.OVERRIDE))
            .of(tree);
      } catch (InvalidInput malformed) {
        malformed
            .problems()
            .forEach(problem -> problems.add(key, Origin.OVERRIDE, problem.message()));
      } catch (IllegalArgumentException wrong) {
        problems.add(key, Origin.OVERRIDE, wrong.getMessage());
      }
      return tree;
    }
  }
}

package dev.coffey.kernel.config;

import dev.coffey.kernel.config.Tree.Entries;
import dev.coffey.kernel.config.Tree.Items;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.commons.configuration2.PropertiesConfiguration;
import org.apache.commons.configuration2.convert.DefaultListDelimiterHandler;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.ex.ConfigurationRuntimeException;

/**
 * Properties files by Commons Configuration: escapes, continued lines, lists by commas or repeated
 * keys. A trailing comma makes a list of one. {@code compare(1).kd.temperature = 4} reaches into a
 * list that is given under {@code compare}.
 */
final class PropertiesFormat implements Format {
  @Override
  public Tree read(String source, String text) {
    var lines = new PropertyLines();
    PropertiesConfiguration configuration = load(source, text, lines);
    var problems = new Problems();
    Tree tree = Entries.none(Origin.of(source));
    for (Map.Entry<String, Integer> line : inOrderOfSetting(lines.ofKeys())) {
      String key = line.getKey();
      var origin = new Origin(source, line.getValue());
      if (configuration.containsKey(key)) {
        tree = put(tree, key, value(configuration.getProperty(key), origin), problems);
      } else { // Commons Configuration's own include = FILE
        problems.add(key, origin, "a properties file cannot include another one");
      }
    }
    problems.throwIfAny();
    return tree;
  }

  private static PropertiesConfiguration load(String source, String text, PropertyLines lines) {
    var configuration = new PropertiesConfiguration();
    configuration.setListDelimiterHandler(new DefaultListDelimiterHandler(','));
    configuration.setIncludesAllowed(false);
    configuration.setIOFactory(lines);
    try {
      configuration.read(new StringReader(text));
    } catch (ConfigurationException | ConfigurationRuntimeException | IOException failure) {
      throw new InvalidInput(
          List.of(
              new Problem(
                  "",
                  new Origin(source, lines.current()),
                  "this is not a valid properties file: " + failure.getMessage())));
    }
    return configuration;
  }

  /** A list must be there before a key reaches into it, wherever the two stand in the file. */
  private static List<Map.Entry<String, Integer>> inOrderOfSetting(Map<String, Integer> lines) {
    return lines.entrySet().stream()
        .sorted(Comparator.comparing(line -> line.getKey().matches(".*[\\[(]\\d+[])].*")))
        .toList();
  }

  private static Tree put(Tree tree, String key, Tree value, Problems problems) {
    try {
      KeyPath path = KeyPath.parse(key);
      boolean taken = new Settings("", tree).find(path.upTo(path.steps().size())).isPresent();
      if (taken) {
        throw new IllegalArgumentException(key + " is given both a value and keys below it");
      }
      return new Edit(path, value).of(tree);
    } catch (IllegalArgumentException wrong) {
      problems.add(key, value.origin(), wrong.getMessage());
      return tree;
    }
  }

  private static Tree value(Object property, Origin origin) {
    if (!(property instanceof List<?> list)) {
      return PlainScalar.read(property.toString().strip(), origin);
    }
    List<Tree> items = new ArrayList<>();
    for (Object item : list) {
      items.add(PlainScalar.read(item.toString().strip(), origin));
    }
    boolean trailingComma = list.get(list.size() - 1).toString().isBlank();
    return new Items(trailingComma ? items.subList(0, items.size() - 1) : items, origin);
  }
}

package dev.coffey.kernel.config;

import dev.coffey.kernel.config.Tree.Entries;
import dev.coffey.kernel.config.Tree.Items;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.configuration2.XMLConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.io.FileHandler;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.xml.sax.SAXParseException;

/**
 * XML files by Commons Configuration: elements and attributes are keys, repeated elements are
 * lists, the name of the outermost element does not matter. Document types are refused.
 */
final class XmlFormat implements Format {
  @Override
  public Tree read(String source, String text) {
    ImmutableNode root = load(source, text);
    var problems = new Problems();
    Tree tree = new Nodes(source, XmlParsing.linesOfElements(text).iterator(), problems).root(root);
    problems.throwIfAny();
    return tree;
  }

  private static ImmutableNode load(String source, String text) {
    var configuration = new XMLConfiguration();
    configuration.setDocumentBuilder(XmlParsing.builder());
    try {
      new FileHandler(configuration).load(new StringReader(text));
    } catch (ConfigurationException failure) {
      throw new InvalidInput(List.of(malformed(source, failure)));
    }
    return configuration.getNodeModel().getNodeHandler().getRootNode();
  }

  private static Problem malformed(String source, ConfigurationException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SAXParseException parsing) {
        var origin = new Origin(source, Math.max(0, parsing.getLineNumber()));
        return new Problem("", origin, "this is not valid XML: " + parsing.getMessage());
      }
    }
    return new Problem(
        "", Origin.of(source), "this is not a valid XML file: " + failure.getMessage());
  }

  /** Walks the elements in document order, which is the order of the lines. */
  private record Nodes(String source, Iterator<Integer> lines, Problems problems) {
    Tree root(ImmutableNode node) {
      lines.next();
      return read(node, "", Origin.of(source));
    }

    private Tree read(ImmutableNode node, String path, Origin origin) {
      Map<String, List<Tree>> values = new LinkedHashMap<>();
      node.getAttributes()
          .forEach(
              (name, value) -> {
                if (!name.startsWith("xml")) { // xmlns:xsi, xml:space
                  add(values, name, PlainScalar.read(value.toString().strip(), origin));
                }
              });
      for (ImmutableNode child : node) {
        String name = child.getNodeName();
        var place = new Origin(source, lines.next());
        add(values, name, read(child, new KeyPath.Key(name).below(path), place));
      }
      String text = node.getValue() == null ? "" : node.getValue().toString().strip();
      if (values.isEmpty() && !path.isEmpty()) {
        return PlainScalar.read(text, origin);
      }
      if (!text.isEmpty()) {
        problems.add(
            path,
            origin,
            "an element must hold either text or elements, but also has '%s'".formatted(text));
      }
      Map<String, Tree> entries = new LinkedHashMap<>();
      values.forEach((name, list) -> entries.put(name, oneOrList(list)));
      return new Entries(entries, origin);
    }

    private static void add(Map<String, List<Tree>> values, String name, Tree value) {
      values.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
    }

    private static Tree oneOrList(List<Tree> list) {
      return list.size() == 1 ? list.get(0) : new Items(list, list.get(0).origin());
    }
  }
}

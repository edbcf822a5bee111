package dev.coffey.kernel.config;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.coffey.kernel.config.Tree.Entries;
import dev.coffey.kernel.config.Tree.Items;
import dev.coffey.kernel.config.Tree.Scalar;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** YAML files, and single values in YAML's writing. No objects are ever constructed from tags. */
final class YamlFormat implements Format {
  private static final Pattern COLLECTION_OR_QUOTE = Pattern.compile("(?s)\\s*[\\[{\"'].*");

  @Override
  public Tree read(String source, String text) {
    IntFunction<Origin> origins = line -> new Origin(source, line);
    Tree tree = parse(text, origins);
    if (tree instanceof Entries) {
      return tree;
    }
    String found = tree instanceof Items ? "a list" : "'" + ((Scalar) tree).text() + "'";
    throw new InvalidInput(
        List.of(
            new Problem(
                "", tree.origin(), "a file must hold keys with values, but this is " + found)));
  }

  /**
   * A value as on the command line: a scalar, or a list or map in brackets. What looks like neither
   * ({@code *.csv}, {@code note: this}) is text.
   *
   * @throws InvalidInput if brackets or quotes are not closed
   */
  Tree value(String text, Origin origin) {
    boolean mustParse = COLLECTION_OR_QUOTE.matcher(text).matches();
    if (mustParse) {
      return parse(text, line -> origin);
    }
    try {
      Tree tree = parse(text, line -> origin);
      boolean empty = tree instanceof Entries object && object.entries().isEmpty();
      if (tree instanceof Scalar || empty) {
        return tree;
      }
    } catch (InvalidInput notYaml) {
      return text(text, origin);
    }
    return text(text, origin);
  }

  private static Tree text(String text, Origin origin) {
    return new Scalar(TextNode.valueOf(text), text, origin);
  }

  private static Tree parse(String text, IntFunction<Origin> origins) {
    var problems = new Problems();
    Optional<Node> root = compose(text, origins);
    Tree tree =
        root.map(node -> new YamlNodes(origins, problems).read(node))
            .orElseGet(() -> Entries.none(origins.apply(0)));
    problems.throwIfAny();
    return tree;
  }

  private static Optional<Node> compose(String text, IntFunction<Origin> origins) {
    var options = new LoaderOptions();
    options.setTagInspector(tag -> true); // nothing is constructed; YamlNodes refuses all at once
    var parser = new ParserImpl(new StreamReader(new StringReader(text)), options);
    try {
      var composer = new Composer(parser, new YamlNodes.PlainOrText(), options);
      return Optional.ofNullable(composer.getSingleNode());
    } catch (MarkedYAMLException failure) {
      Mark mark =
          failure.getProblemMark() == null ? failure.getContextMark() : failure.getProblemMark();
      throw malformed(origins.apply(mark == null ? 0 : mark.getLine() + 1), failure.getProblem());
    } catch (YAMLException failure) {
      throw malformed(origins.apply(0), String.valueOf(failure.getMessage()));
    }
  }

  private static InvalidInput malformed(Origin origin, String reason) {
    String sentence = reason.lines().findFirst().orElse("");
    return new InvalidInput(
        List.of(new Problem("", origin, "this is not valid YAML: " + sentence)));
  }
}

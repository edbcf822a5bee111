package dev.coffey.kernel.config;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.coffey.kernel.config.KeyPath.Index;
import dev.coffey.kernel.config.Tree.Entries;
import dev.coffey.kernel.config.Tree.Items;
import dev.coffey.kernel.config.Tree.Scalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** Turns SnakeYAML's node graph, which knows its lines, into a tree. */
final class YamlNodes {
  private static final Tag PLAIN = new Tag("!plain");
  private static final Set<Tag> READ_BY_FORM =
      Set.of(PLAIN, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL);
  private static final Set<Tag> COLLECTIONS = Set.of(Tag.MAP, Tag.SEQ);

  private final IntFunction<Origin> origins;
  private final Problems problems;
  private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());

  YamlNodes(IntFunction<Origin> origins, Problems problems) {
    this.origins = origins;
    this.problems = problems;
  }

  Tree read(Node root) {
    return root instanceof MappingNode
        ? read(root, "", origins.apply(0)) // the whole file, not its first key
        : read(root, "", at(root));
  }

  private Tree read(Node node, String path, Origin origin) {
    if (node instanceof ScalarNode scalar) {
      return scalar(scalar, path, origin);
    }
    if (!COLLECTIONS.contains(node.getTag())) {
      return refuse(path, origin, tagIsNotAllowed(node));
    }
    if (!open.add(node)) {
      return refuse(path, origin, "this value contains itself");
    }
    Tree tree =
        node instanceof MappingNode mapping
            ? new Entries(entries(mapping, path), origin)
            : items((SequenceNode) node, path, origin);
    open.remove(node);
    return tree;
  }

  private Tree scalar(ScalarNode node, String path, Origin origin) {
    if (READ_BY_FORM.contains(node.getTag())) {
      return PlainScalar.read(node.getValue(), origin);
    }
    if (!node.getTag().equals(Tag.STR)) {
      return refuse(path, origin, tagIsNotAllowed(node));
    }
    return new Scalar(TextNode.valueOf(node.getValue()), node.getValue(), origin);
  }

  private Tree items(SequenceNode node, String path, Origin origin) {
    List<Tree> items = new ArrayList<>();
    for (Node item : node.getValue()) {
      items.add(read(item, new Index(items.size()).below(path), at(item)));
    }
    return new Items(items, origin);
  }

  private Map<String, Tree> entries(MappingNode node, String path) {
    Map<String, Tree> entries = new LinkedHashMap<>();
    Map<String, Tree> inherited = new LinkedHashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      Origin origin = at(tuple.getKeyNode());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problems.add(path, origin, "a key must be text, not a list or a map");
      } else if (key.getTag().equals(PLAIN) && key.getValue().equals("<<")) {
        inherit(tuple.getValueNode(), path, origin, inherited);
      } else {
        String below = new KeyPath.Key(key.getValue()).below(path);
        Tree value = read(tuple.getValueNode(), below, origin);
        Tree first = entries.putIfAbsent(key.getValue(), value);
        if (first != null) {
          problems.add(below, origin, twice(key.getValue(), first.origin()));
        }
      }
    }
    inherited.forEach(entries::putIfAbsent);
    return entries;
  }

  /** YAML's merge key: {@code <<: *base} or {@code <<: [*first, *second]}, the first winning. */
  private void inherit(Node from, String path, Origin origin, Map<String, Tree> inherited) {
    Tree bases = read(from, path, origin);
    for (Tree base : bases instanceof Items list ? list.items() : List.of(bases)) {
      if (base instanceof Entries object) {
        object.entries().forEach(inherited::putIfAbsent);
      } else {
        problems.add(path, origin, "<< must name a map, as in <<: *base");
      }
    }
  }

  private static String twice(String key, Origin first) {
    return first.line() == 0
        ? "the key %s is given twice".formatted(key)
        : "the key %s is given twice, first in line %d".formatted(key, first.line());
  }

  private Tree refuse(String path, Origin origin, String message) {
    problems.add(path, origin, message);
    return Entries.none(origin);
  }

  private static String tagIsNotAllowed(Node node) {
    return "the tag %s is not allowed; values are text, numbers, true, false, lists and maps"
        .formatted(node.getTag().getValue().replace(Tag.PREFIX, "!!"));
  }

  private Origin at(Node node) {
    return origins.apply(node.getStartMark().getLine() + 1);
  }

  /** Tells only plain scalars from quoted ones; what a plain scalar means, PlainScalar decides. */
  static final class PlainOrText extends Resolver {
    @Override
    protected void addImplicitResolvers() {}

    @Override
    public Tag resolve(NodeId kind, String value, boolean implicit) {
      return kind == NodeId.scalar && implicit ? PLAIN : super.resolve(kind, value, implicit);
    }
  }
}

package dev.coffey.kernel.config;

import dev.coffey.kernel.config.Tree.Absent;
import dev.coffey.kernel.config.Tree.Entries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.configuration2.BaseHierarchicalConfiguration;
import org.apache.commons.configuration2.CombinedConfiguration;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.apache.commons.configuration2.tree.OverrideCombiner;

/**
 * Lays trees over each other with Commons Configuration. Objects become its nodes and are combined
 * key by key; everything else, lists too, rides along as a node's value, with its origin.
 */
final class Layers extends OverrideCombiner {
  private static final String ORIGIN = "origin";

  /** {@code upper} wins. */
  static Tree merge(Tree upper, Tree lower) {
    if (upper instanceof Absent) {
      return lower;
    }
    return upper instanceof Entries && lower instanceof Entries
        ? combine(List.of(upper, lower))
        : upper;
  }

  /** Combines objects, the highest first. */
  static Tree combine(List<Tree> highestFirst) {
    var combined = new CombinedConfiguration(new Layers());
    for (Tree layer : highestFirst) {
      var configuration = new BaseHierarchicalConfiguration();
      configuration.getNodeModel().setRootNode(node("layer", layer));
      combined.addConfiguration(configuration);
    }
    return tree(combined.getNodeModel().getNodeHandler().getRootNode());
  }

  /** Keys stay where the lower layer has them, new ones come behind: an override moves nothing. */
  @Override
  public ImmutableNode combine(ImmutableNode upper, ImmutableNode lower) {
    ImmutableNode combined = super.combine(upper, lower);
    var below = lower.getChildren().stream().map(ImmutableNode::getNodeName).toList();
    var children = new ArrayList<>(combined.getChildren());
    children.sort(Comparator.comparingInt(child -> position(below, child.getNodeName())));
    return combined.replaceChildren(children);
  }

  private static int position(List<String> names, String name) {
    int index = names.indexOf(name);
    return index < 0 ? names.size() : index;
  }

  /** Commons Configuration would put a scalar and an object of the same key into one node. */
  @Override
  protected ImmutableNode canCombine(
      ImmutableNode upper, ImmutableNode lower, ImmutableNode child) {
    ImmutableNode below = super.canCombine(upper, lower, child);
    return below != null && child.getValue() == null && below.getValue() == null ? below : null;
  }

  private static ImmutableNode node(String name, Tree tree) {
    var builder = new ImmutableNode.Builder().name(name);
    if (!(tree instanceof Entries object)) {
      return builder.value(tree).create();
    }
    builder.addAttribute(ORIGIN, object.origin());
    object.entries().forEach((key, value) -> builder.addChild(node(key, value)));
    return builder.create();
  }

  private static Tree tree(ImmutableNode node) {
    if (node.getValue() instanceof Tree tree) {
      return tree;
    }
    Map<String, Tree> entries = new LinkedHashMap<>();
    node.forEach(child -> entries.put(child.getNodeName(), tree(child)));
    return new Entries(entries, (Origin) node.getAttributes().get(ORIGIN));
  }
}

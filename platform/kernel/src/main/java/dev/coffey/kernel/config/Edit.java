package dev.coffey.kernel.config;

import dev.coffey.kernel.config.KeyPath.Index;
import dev.coffey.kernel.config.KeyPath.Step;
import dev.coffey.kernel.config.Tree.Absent;
import dev.coffey.kernel.config.Tree.Entries;
import dev.coffey.kernel.config.Tree.Items;
import dev.coffey.kernel.config.Tree.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sets one value somewhere in a tree, making the objects on the way. A scalar that is the name of
 * the next key becomes an object with that key, so that options can be given to a list's item:
 * {@code kd} and {@code compare[1].kd.temperature=4} make {@code {kd: {temperature: 4}}}.
 */
record Edit(KeyPath path, Tree value) {
  /** Throws IllegalArgumentException with a sentence if the path does not fit the tree. */
  Tree of(Tree root) {
    return at(root, 0);
  }

  private Tree at(Tree here, int depth) {
    if (depth == path.steps().size()) {
      return value;
    }
    Step step = path.steps().get(depth);
    return step instanceof KeyPath.Key key
        ? inObject(here, key.name(), depth)
        : inList(here, ((Index) step).number(), depth);
  }

  private Tree inObject(Tree here, String key, int depth) {
    Map<String, Tree> entries = new LinkedHashMap<>();
    if (here instanceof Entries object) {
      entries.putAll(object.entries());
    } else if (here instanceof Items) {
      throw new IllegalArgumentException(
          "%1$s is a list; name the item, as in %1$s[0].%2$s".formatted(path.upTo(depth), key));
    } else if (here instanceof Scalar scalar && !scalar.text().equals(key)) {
      throw new IllegalArgumentException(
          "%s is '%s', so it has no key %s".formatted(path.upTo(depth), scalar.text(), key));
    }
    entries.put(key, at(entries.getOrDefault(key, new Absent(value.origin())), depth + 1));
    return new Entries(entries, here.origin());
  }

  private Tree inList(Tree here, int index, int depth) {
    List<Tree> items =
        new ArrayList<>(
            here.list()
                .orElseThrow(
                    () -> new IllegalArgumentException(path.upTo(depth) + " is not a list")));
    if (index >= items.size()) {
      throw new IllegalArgumentException(
          "%s is out of range: %s has %s"
              .formatted(path.upTo(depth + 1), path.upTo(depth), count(items.size())));
    }
    items.set(index, at(items.get(index), depth + 1));
    return new Items(items, here.origin());
  }

  private static String count(int items) {
    return switch (items) {
      case 0 -> "no items";
      case 1 -> "1 item, [0]";
      default -> items + " items, the first is [0]";
    };
  }
}

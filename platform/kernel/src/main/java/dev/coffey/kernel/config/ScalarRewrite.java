package dev.coffey.kernel.config;

import dev.coffey.kernel.config.KeyPath.Index;
import dev.coffey.kernel.config.Tree.Entries;
import dev.coffey.kernel.config.Tree.Items;
import dev.coffey.kernel.config.Tree.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Replaces texts that hold placeholders, wherever they are in a tree. */
abstract class ScalarRewrite {
  private final String mark;

  /** {@code mark}: what every text that is of interest contains. */
  ScalarRewrite(String mark) {
    this.mark = mark;
  }

  /** What stands in the place of {@code text}. */
  abstract Tree replace(Scalar text, String path);

  final Tree replaceIn(Tree tree, String path) {
    if (tree instanceof Entries object) {
      Map<String, Tree> entries = new LinkedHashMap<>();
      object
          .entries()
          .forEach(
              (key, value) -> entries.put(key, replaceIn(value, new KeyPath.Key(key).below(path))));
      return new Entries(entries, object.origin());
    }
    if (tree instanceof Items list) {
      List<Tree> items = new ArrayList<>();
      for (Tree item : list.items()) {
        items.add(replaceIn(item, new Index(items.size()).below(path)));
      }
      return new Items(items, list.origin());
    }
    boolean concerns =
        tree instanceof Scalar scalar && scalar.json().isTextual() && scalar.text().contains(mark);
    return concerns ? replace((Scalar) tree, path) : tree;
  }
}

package dev.coffey.lab.run;

import java.util.LinkedHashMap;
import java.util.Map;

/** Separates a metric's main figure from its details, which have a slash in their names. */
final class Figures {
  private Figures() {}

  static Map<String, Double> main(Map<String, Double> all) {
    var main = new LinkedHashMap<>(all);
    main.keySet().removeIf(name -> name.contains("/"));
    return main;
  }
}

package dev.coffey.kernel;

import dev.coffey.kernel.BundleReport.Status;
import dev.coffey.kernel.RunningPlatform.Held;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What to tell people when plugins come, go, or are refused. */
final class News {
  private News() {}

  /** From one state to the next, a line each; leases alone are no news. */
  static List<String> between(List<Held> before, List<Held> after) {
    Map<String, Held> former = byJar(before);
    var lines = new ArrayList<String>();
    for (Held held : after) {
      Held earlier = former.remove(key(held));
      if (earlier == null || earlier.status() != held.status()) {
        lines.add(told(held));
      }
    }
    former.values().stream()
        .filter(held -> held.status() == Status.ACTIVE || held.status() == Status.DRAINING)
        .forEach(held -> lines.add("%s %s is gone".formatted(held.name(), held.version())));
    return lines;
  }

  private static Map<String, Held> byJar(List<Held> plugins) {
    return plugins.stream()
        .collect(Collectors.toMap(News::key, Function.identity(), (one, two) -> two));
  }

  private static String key(Held held) {
    return held.path() + held.digest() + held.remark();
  }

  private static String told(Held held) {
    if (held.status() == Status.REFUSED) {
      return "%s is not used: %s".formatted(held.path(), held.remark());
    }
    String plugin = "%s %s".formatted(held.name(), held.version());
    return switch (held.status()) {
      case ACTIVE -> plugin + " is served";
      case RESERVED -> plugin + " is for pins only";
      case DRAINING ->
          "%s drains: %s"
              .formatted(
                  plugin,
                  held.leases() == 1 ? "1 lease holds it" : held.leases() + " leases hold it");
      case REFUSED -> throw new IllegalStateException("told above");
    };
  }
}

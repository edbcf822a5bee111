package dev.coffey.lab.run;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A run beside its repetition.
 *
 * @param differences one sentence each; empty if metrics and exported network are identical
 */
public record Reproduction(RunRecord original, RunRecord again, List<String> differences) {
  /** Compares everything that ought to be equal. */
  public static Reproduction of(RunRecord original, RunRecord again) {
    var differences = new ArrayList<String>();
    var plugins = new TreeSet<String>();
    original.plugins().stream()
        .filter(plugin -> !again.plugins().contains(plugin))
        .filter(plugin -> original.swaps().stream().noneMatch(swap -> swap.to().equals(plugin)))
        .forEach(plugin -> plugins.add(plugin.bundle() + " " + plugin.version()));
    plugins.forEach(
        plugin -> differences.add("plugin " + plugin + " of the original is another jar now"));
    for (RunRecord.Swap swap : original.swaps()) {
      differences.add(
          "after epoch %d the original took %s %s (%s); a repetition keeps what it begins with"
              .formatted(
                  swap.epoch(), swap.to().bundle(), swap.to().version(), swap.to().digest()));
    }
    if (!original.machine().equals(again.machine())) {
      differences.add(
          "machine or threads differ: " + original.machine() + ", now " + again.machine());
    }
    if (!original.status().equals(again.status())) {
      differences.add(
          "the original %s, now it %s: %s"
              .formatted(original.status(), again.status(), again.failure()));
    }
    var names = new TreeSet<>(original.metrics().keySet());
    names.addAll(again.metrics().keySet());
    for (String name : names) {
      Double before = original.metrics().get(name);
      Double after = again.metrics().get(name);
      if (before == null || !before.equals(after)) {
        differences.add("%s was %s, now it is %s".formatted(name, before, after));
      }
    }
    if (!original.student().equals(again.student())) {
      differences.add(
          "the exported network was %s, now it is %s"
              .formatted(original.student(), again.student()));
    }
    return new Reproduction(original, again, differences);
  }

  /** Whether metrics and network are bit for bit the same. */
  public boolean identical() {
    return original.metrics().equals(again.metrics())
        && original.student().equals(again.student())
        && original.status().equals(again.status());
  }
}

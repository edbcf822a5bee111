package dev.coffey.cli;

import dev.coffey.kernel.config.OptionHelp.OptionDescription;
import java.util.List;

/** What {@code coffey plugins info} tells of one service or recipe. */
record PluginInfo(
    String kind,
    String id,
    String version,
    String bundle,
    String digest,
    String about,
    List<OptionDescription> options) {
  void print() {
    System.out.printf("%s %s, from %s %s%n", kind, id, bundle, version);
    System.out.printf("digest %s%n", digest);
    if (!about.isEmpty()) {
      System.out.println(about);
    }
    if (options.isEmpty()) {
      System.out.println("It has no options.\n");
      return;
    }
    var columns = new Columns().add("  OPTION", "TYPE", "DEFAULT", "RANGE", "");
    options.forEach(
        option ->
            columns.add(
                "  " + option.key(),
                option.type(),
                option.defaultText(),
                option.range(),
                option.help()));
    columns.print(System.out);
    System.out.println();
  }
}

package dev.coffey.kernel.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/** Names of a jar's entries, which the framework may use as paths of files. */
final class JarEntries {
  private static final Pattern LEADS_OUT =
      Pattern.compile("^[/\\\\].*|^[A-Za-z]:.*|(^|.*[/\\\\])\\.\\.([/\\\\].*|$)");

  private JarEntries() {}

  /** Refuses a jar with an entry whose name leads out of the folder it would be unpacked in. */
  static void check(Path jar) throws Refusal {
    try (var file = new JarFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(file.entries())) {
        if (LEADS_OUT.matcher(entry.getName()).matches()) {
          throw new Refusal(
              "has an entry '%s', whose name leads out of the jar".formatted(entry.getName()));
        }
      }
    } catch (IOException damaged) {
      throw new Refusal("is not a readable jar (" + damaged.getMessage() + ")", damaged);
    }
  }
}

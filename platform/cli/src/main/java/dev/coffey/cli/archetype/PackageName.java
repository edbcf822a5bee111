package dev.coffey.cli.archetype;

import dev.coffey.kernel.config.InvalidInput;
import javax.lang.model.SourceVersion;

/**
 * Name of a Java package.
 *
 * @param text identifiers joined by dots, none a reserved word
 */
public record PackageName(String text) {
  /** Checks that it can be compiled. */
  public PackageName {
    if (!SourceVersion.isName(text, SourceVersion.RELEASE_17)) {
      throw new InvalidInput(
          "'%s' can't be the name of a Java package; give another with --package".formatted(text));
    }
  }

  /** The package around it, or itself if there is none: what Maven calls the group. */
  public String group() {
    int dot = text.lastIndexOf('.');
    return dot < 0 ? text : text.substring(0, dot);
  }
}

package dev.coffey.cli.archetype;

import dev.coffey.kernel.config.InvalidInput;
import java.util.List;

/**
 * Name of a plugin project: artifact, id of its service, and what its classes are named after.
 *
 * @param text lower-case words of letters and digits, joined by '-'; not the name of a kind
 */
public record PluginName(String text) {
  /** Checks the spelling. */
  public PluginName {
    if (!text.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw new InvalidInput(
          "a plugin's name is made of lower-case letters, digits and single '-', starts with a"
              + " letter and ends with no '-', such as focal-loss; '%s' isn't".formatted(text));
    }
  }

  /** Refuses the names of kinds: a loss named {@code loss} says nothing. */
  public PluginName besides(List<String> kinds) {
    if (kinds.contains(text)) {
      throw new InvalidInput(
          "'%s' is a kind of plugin; give yours a name of its own, such as my-%s"
              .formatted(text, text));
    }
    return this;
  }
}

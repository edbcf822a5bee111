package dev.coffey.kernel.catalogue;

import dev.coffey.api.Plugin;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The nine kinds of service. */
public final class Kinds {
  private Kinds() {}

  /** All kinds: the sealed interface {@link Plugin} permits no others. */
  public static List<Class<? extends Plugin>> all() {
    return Arrays.stream(Plugin.class.getPermittedSubclasses())
        .<Class<? extends Plugin>>map(kind -> kind.asSubclass(Plugin.class))
        .toList();
  }

  /** How a kind is called in messages: {@code loss}. */
  public static String nameOf(Class<? extends Plugin> kind) {
    return kind.getSimpleName().toLowerCase(Locale.ROOT);
  }
}

package dev.coffey.kernel.catalogue;

import java.util.Optional;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/**
 * A name as users write it: {@code kd}, {@code kd@1.2} (any 1.2), {@code kd@[1.2,2)}.
 *
 * @param asked what stands behind the {@code @}, empty without one
 */
public record Request(String id, String asked, Optional<VersionRange> versions) {

  /** Reads it. Throws IllegalArgumentException if what follows the {@code @} is no version. */
  public static Request parse(String text) {
    int at = text.indexOf('@');
    if (at < 0) {
      return new Request(text, "", Optional.empty());
    }
    String asked = text.substring(at + 1).strip();
    return new Request(text.substring(0, at), asked, Optional.of(range(asked)));
  }

  /** The name in {@code text} without its version. */
  static String nameIn(String text) {
    return text.replaceFirst("@.*", "");
  }

  /** Whether a bundle of this version may serve it. */
  public boolean accepts(Version version) {
    return versions.map(range -> range.includes(version)).orElse(true);
  }

  private static VersionRange range(String asked) {
    if (asked.startsWith("[") || asked.startsWith("(")) {
      return new VersionRange(asked);
    }
    if (asked.isEmpty()) {
      throw new IllegalArgumentException("the version is empty");
    }
    Version low = new Version(asked);
    return switch (asked.split("\\.", -1).length) {
      case 1 -> upTo(low, new Version(low.getMajor() + 1, 0, 0));
      case 2 -> upTo(low, new Version(low.getMajor(), low.getMinor() + 1, 0));
      case 3 -> upTo(low, new Version(low.getMajor(), low.getMinor(), low.getMicro() + 1));
      default -> new VersionRange(VersionRange.LEFT_CLOSED, low, low, VersionRange.RIGHT_CLOSED);
    };
  }

  private static VersionRange upTo(Version low, Version high) {
    return new VersionRange(VersionRange.LEFT_CLOSED, low, high, VersionRange.RIGHT_OPEN);
  }
}

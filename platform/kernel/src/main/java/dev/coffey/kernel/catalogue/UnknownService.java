package dev.coffey.kernel.catalogue;

import dev.coffey.api.Plugin;
import dev.coffey.kernel.config.NearestNames;
import java.util.Collection;
import java.util.List;

/** Nothing of that kind has that name. */
public final class UnknownService extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Class<? extends Plugin> kind;
  private final String id;
  private final List<String> nearest;

  private UnknownService(
      Class<? extends Plugin> kind, String id, List<String> nearest, String message) {
    super(message);
    this.kind = kind;
    this.id = id;
    this.nearest = List.copyOf(nearest);
  }

  static UnknownService named(Class<? extends Plugin> kind, String id, Collection<String> known) {
    return new UnknownService(
        kind,
        id,
        NearestNames.of(id, known),
        "there is no %s '%s'%s"
            .formatted(Kinds.nameOf(kind), id, NearestNames.didYouMean(id, known)));
  }

  static UnknownService inVersion(
      Class<? extends Plugin> kind, String id, String asked, List<String> versions) {
    return new UnknownService(
        kind,
        id,
        List.of(),
        "there is no %s '%s' in version %s; installed: %s"
            .formatted(Kinds.nameOf(kind), id, asked, String.join(", ", versions)));
  }

  static UnknownService badVersion(Class<? extends Plugin> kind, String id, String asked) {
    return new UnknownService(
        kind,
        id,
        List.of(),
        "the version of %s '%s' must look like 1.2 or [1.2,2), but is '%s'"
            .formatted(Kinds.nameOf(kind), id, asked));
  }

  /** What was looked for. */
  public Class<? extends Plugin> kind() {
    return kind;
  }

  /** The name that was looked for, without a version. */
  public String id() {
    return id;
  }

  /** Names that exist and look alike, best first; may be empty. */
  public List<String> nearest() {
    return nearest;
  }
}

package dev.coffey.kernel.catalogue;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.osgi.framework.Version;

/**
 * Versions that lie ready without being served, since a newer one of the same bundle is. A request
 * that names a version wakes one.
 */
public interface Shelf {
  /** Nothing lies ready. */
  Shelf EMPTY = (accepted, wanted) -> Optional.empty();

  /**
   * Starts the best version that is {@code accepted} and, once started, {@code wanted}.
   *
   * @return the version, held: the caller gives it back with {@link BundleVersion#unpin}
   */
  Optional<BundleVersion> wake(Predicate<Version> accepted, Predicate<BundleVersion> wanted);

  /** What {@code look} finds while no version takes another's place. */
  default <T> T still(Supplier<T> look) {
    return look.get();
  }
}

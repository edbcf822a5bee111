package dev.coffey.kernel.catalogue;

import dev.coffey.api.Plugin;
import java.util.List;
import java.util.Optional;

/**
 * What one experiment holds. The same request gets the same answer as long as the scope is open,
 * whatever is installed meanwhile, and no bundle that served it is retired. All services of one
 * bundle come from one version of it, the one that was there at the first request. Thread-safe.
 */
public interface Leases extends AutoCloseable {
  /**
   * The service of this kind and id, pinned.
   *
   * @param id a name, which may carry a version: {@code kd@1.2} is any 1.2, {@code kd@[1.2,2)} a
   *     range
   * @throws UnknownService if there is none, or none in that version
   * @throws dev.coffey.kernel.config.InvalidInput if the bundle's stored jar has been damaged
   * @throws IllegalStateException if the scope is closed
   */
  <S extends Plugin> Lease<S> lease(Class<S> kind, String id);

  /** The same, or nothing where {@link #lease} would throw {@link UnknownService}. */
  default <S extends Plugin> Optional<Lease<S>> find(Class<S> kind, String id) {
    try {
      return Optional.of(lease(kind, id));
    } catch (UnknownService unknown) {
      return Optional.empty();
    }
  }

  /** The recipe of this id, which may carry a version; its bundle is pinned like a service's. */
  Optional<RecipeOffer> recipe(String id);

  /** Every recipe that {@link #recipe} finds now without a version, sorted by id. */
  List<RecipeOffer> recipes();

  /** The services leased so far, each once, in the order they were asked for. */
  List<Offer> held();

  /** Gives everything back. Closing again does nothing. */
  @Override
  void close();
}

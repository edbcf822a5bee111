package dev.coffey.kernel.catalogue;

import dev.coffey.api.Plugin;
import java.util.List;
import java.util.Optional;

/**
 * All services and recipes of the active bundles. Where several bundles offer the same kind and id,
 * the highest bundle version is served; between equal versions, the first symbolic name.
 * Thread-safe.
 */
public interface Catalogue {
  /** What a name without a version is served, one offer a kind and id, sorted by both. */
  List<Offer> offers();

  /** The same for recipes, sorted by id. */
  List<RecipeOffer> recipes();

  /** A scope: everything leased through it is pinned until it is closed. */
  Leases lease();

  /**
   * A service without pinning it, to read its options and documentation; nothing may be run with
   * it. {@code id} may carry a version as in {@link Leases#lease}.
   */
  <S extends Plugin> Optional<S> peek(Class<S> kind, String id);
}

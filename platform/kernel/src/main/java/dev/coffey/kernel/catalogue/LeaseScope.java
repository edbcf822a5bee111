package dev.coffey.kernel.catalogue;

import dev.coffey.api.Plugin;
import dev.coffey.kernel.catalogue.Entry.RecipeEntry;
import dev.coffey.kernel.catalogue.Entry.ServiceEntry;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Remembers every answer, so that a request means the same thing throughout one experiment. */
final class LeaseScope implements Leases {
  private final ServiceBook book;
  private final Map<Wanted, ServiceEntry> services = new LinkedHashMap<>();
  private final Map<String, RecipeEntry> recipes = new LinkedHashMap<>();
  private final Set<BundleVersion> pinned = new LinkedHashSet<>();
  private boolean closed;

  private record Wanted(Class<? extends Plugin> kind, String id) {}

  LeaseScope(ServiceBook book) {
    this.book = book;
  }

  @Override
  public synchronized <S extends Plugin> Lease<S> lease(Class<S> kind, String id) {
    requireOpen();
    var wanted = new Wanted(kind, id);
    ServiceEntry entry = services.get(wanted);
    if (entry == null) {
      entry = book.pinService(kind, id, pinned);
      services.put(wanted, entry);
    }
    return new Held<>(kind.cast(entry.service()), entry.offer());
  }

  @Override
  public synchronized Optional<RecipeOffer> recipe(String id) {
    requireOpen();
    if (!recipes.containsKey(id)) {
      book.pinRecipe(id, pinned).ifPresent(entry -> recipes.put(id, entry));
    }
    return Optional.ofNullable(recipes.get(id)).map(RecipeEntry::offer);
  }

  @Override
  public List<RecipeOffer> recipes() {
    return book.recipes();
  }

  @Override
  public synchronized List<Offer> held() {
    return services.values().stream().map(ServiceEntry::offer).distinct().toList();
  }

  @Override
  public synchronized void close() {
    closed = true;
    pinned.forEach(BundleVersion::unpin);
    pinned.clear();
    // whoever keeps these leases must not keep the plugins' class loaders with them
    services.clear();
    recipes.clear();
  }

  private synchronized void requireOpen() {
    if (closed) {
      throw new IllegalStateException("these leases are closed");
    }
  }

  private final class Held<S> implements Lease<S> {
    private final S service;
    private final Offer offer;

    private Held(S service, Offer offer) {
      this.service = service;
      this.offer = offer;
    }

    @Override
    public S service() {
      requireOpen();
      return service;
    }

    @Override
    public Offer offer() {
      return offer;
    }
  }
}

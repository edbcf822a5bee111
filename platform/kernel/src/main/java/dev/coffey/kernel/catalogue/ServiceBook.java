package dev.coffey.kernel.catalogue;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import dev.coffey.api.Plugin;
import dev.coffey.kernel.catalogue.Entry.RecipeEntry;
import dev.coffey.kernel.catalogue.Entry.ServiceEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * The catalogue: entries come and go with their bundles; those of active bundles are served. Knows
 * nothing of OSGi but versions.
 */
public final class ServiceBook implements Catalogue {
  /** Best first. */
  private static final Comparator<Entry> PRECEDENCE =
      comparing((Entry entry) -> entry.bundle().version(), reverseOrder())
          .thenComparing(entry -> entry.bundle().name());

  private final List<Entry> entries = new CopyOnWriteArrayList<>();

  /** Adds a line; it is served while its bundle is active. */
  public void add(Entry entry) {
    entries.add(entry);
  }

  /** Strikes a line out. Leases that hold it keep it. */
  public void remove(Entry entry) {
    entries.removeIf(known -> known == entry);
  }

  /** Strikes out every line of a bundle. */
  public void remove(BundleVersion bundle) {
    entries.removeIf(known -> known.bundle() == bundle);
  }

  /** What an active bundle offers without being served, and why: one sentence each. */
  public List<String> shadowed(BundleVersion bundle) {
    var sentences = new ArrayList<String>();
    served(Entry.class)
        .filter(entry -> entry.bundle() == bundle)
        .forEach(entry -> shadowOn(entry).ifPresent(sentences::add));
    return sentences;
  }

  @Override
  public List<Offer> offers() {
    return firstOfEachTitle(ServiceEntry.class).stream().map(ServiceEntry::offer).toList();
  }

  @Override
  public List<RecipeOffer> recipes() {
    return firstOfEachTitle(RecipeEntry.class).stream().map(RecipeEntry::offer).toList();
  }

  @Override
  public Leases lease() {
    return new LeaseScope(this);
  }

  @Override
  public <S extends Plugin> Optional<S> peek(Class<S> kind, String id) {
    return services(kind, request(kind, id)).map(entry -> kind.cast(entry.service())).findFirst();
  }

  /** The best service there is, its bundle pinned. */
  ServiceEntry pinService(Class<? extends Plugin> kind, String id) {
    Request request = request(kind, id);
    return services(kind, request)
        .filter(entry -> entry.bundle().pin())
        .findFirst()
        .orElseThrow(() -> unknown(kind, request));
  }

  /** The best recipe there is, its bundle pinned. */
  Optional<RecipeEntry> pinRecipe(String id) {
    Request request;
    try {
      request = Request.parse(id);
    } catch (IllegalArgumentException noVersion) {
      return Optional.empty();
    }
    return served(RecipeEntry.class)
        .filter(entry -> entry.id().equals(request.id()))
        .filter(entry -> request.accepts(entry.bundle().version()))
        .filter(entry -> entry.bundle().pin())
        .findFirst();
  }

  private Stream<ServiceEntry> services(Class<? extends Plugin> kind, Request request) {
    return served(ServiceEntry.class)
        .filter(entry -> entry.kind() == kind && entry.id().equals(request.id()))
        .filter(entry -> request.accepts(entry.bundle().version()));
  }

  private <E extends Entry> Stream<E> served(Class<E> type) {
    return entries.stream()
        .filter(type::isInstance)
        .map(type::cast)
        .filter(entry -> entry.bundle().state() == BundleState.ACTIVE)
        .sorted(PRECEDENCE);
  }

  private <E extends Entry> List<E> firstOfEachTitle(Class<E> type) {
    Map<String, E> best = new TreeMap<>();
    served(type).forEach(entry -> best.putIfAbsent(entry.title(), entry));
    return List.copyOf(best.values());
  }

  private Optional<String> shadowOn(Entry entry) {
    BundleVersion winner =
        served(Entry.class)
            .filter(other -> other.title().equals(entry.title()))
            .findFirst()
            .orElse(entry)
            .bundle();
    if (winner.name().equals(entry.bundle().name())) {
      return Optional.empty();
    }
    boolean sameVersion = winner.version().equals(entry.bundle().version());
    return Optional.of(
        "its %s is not served: %s offers one, too, and %s"
            .formatted(
                entry.title(),
                winner,
                sameVersion ? "comes first by name" : "has the higher version"));
  }

  private static Request request(Class<? extends Plugin> kind, String id) {
    try {
      return Request.parse(id);
    } catch (IllegalArgumentException noVersion) {
      String name = Request.nameIn(id);
      throw UnknownService.badVersion(kind, name, id.substring(name.length() + 1));
    }
  }

  private UnknownService unknown(Class<? extends Plugin> kind, Request request) {
    List<ServiceEntry> ofKind =
        served(ServiceEntry.class).filter(entry -> entry.kind() == kind).toList();
    List<String> versions =
        ofKind.stream()
            .filter(entry -> entry.id().equals(request.id()))
            .map(entry -> entry.bundle().version().toString())
            .distinct()
            .toList();
    return versions.isEmpty()
        ? UnknownService.named(
            kind, request.id(), ofKind.stream().map(Entry::id).distinct().toList())
        : UnknownService.inVersion(kind, request.id(), request.asked(), versions);
  }
}

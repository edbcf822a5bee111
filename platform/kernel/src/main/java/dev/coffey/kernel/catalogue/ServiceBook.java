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
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
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

  private final List<Entry> entries;
  private final Predicate<BundleVersion> served;
  private final Predicate<BundleVersion> pinning;
  private volatile Shelf shelf = Shelf.EMPTY;

  /** An empty book, which serves active bundles. */
  public ServiceBook() {
    this(List.of(), bundle -> bundle.state() == BundleState.ACTIVE, BundleVersion::pin);
  }

  private ServiceBook(
      List<Entry> entries, Predicate<BundleVersion> served, Predicate<BundleVersion> pinning) {
    this.entries = new CopyOnWriteArrayList<>(entries);
    this.served = served;
    this.pinning = pinning;
  }

  /** Says where to look for versions that are not served. */
  public void shelf(Shelf versions) {
    shelf = versions;
  }

  /** The catalogue as it would be if {@code candidate} replaced its bundle's other versions. */
  public Catalogue previewing(BundleVersion candidate) {
    return new ServiceBook(
        entries,
        bundle ->
            bundle == candidate || (served.test(bundle) && !bundle.name().equals(candidate.name())),
        BundleVersion::hold);
  }

  /** The lines of one bundle, whether it is served or not. */
  public List<Entry> entries(BundleVersion bundle) {
    return entries.stream().filter(entry -> entry.bundle() == bundle).toList();
  }

  /** What a service or recipe of another bundle takes the title of {@code entry} in its version. */
  public Optional<BundleVersion> rival(Entry entry) {
    return served(Entry.class)
        .filter(other -> other.title().equals(entry.title()))
        .map(Entry::bundle)
        .filter(bundle -> !bundle.name().equals(entry.bundle().name()))
        .filter(bundle -> bundle.version().equals(entry.bundle().version()))
        .findFirst();
  }

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
    Request request = request(kind, id);
    Predicate<ServiceEntry> fits =
        entry ->
            entry.kind() == kind
                && entry.id().equals(request.id())
                && request.accepts(entry.bundle().version());
    return certain(
            ServiceEntry.class, fits, () -> served(ServiceEntry.class).filter(fits).findFirst())
        .map(entry -> kind.cast(entry.service()));
  }

  /** The best service there is; its bundle is pinned and added to {@code held} unless in it. */
  ServiceEntry pinService(Class<? extends Plugin> kind, String id, Set<BundleVersion> held) {
    Request request = request(kind, id);
    return pin(
            ServiceEntry.class,
            entry -> entry.kind() == kind && entry.id().equals(request.id()),
            request,
            held)
        .orElseThrow(() -> unknown(kind, request));
  }

  /** The best recipe there is, pinned likewise. */
  Optional<RecipeEntry> pinRecipe(String id, Set<BundleVersion> held) {
    Request request;
    try {
      request = Request.parse(id);
    } catch (IllegalArgumentException noVersion) {
      return Optional.empty();
    }
    return pin(RecipeEntry.class, entry -> entry.id().equals(request.id()), request, held);
  }

  private <E extends Entry> Optional<E> pin(
      Class<E> type, Predicate<E> wanted, Request request, Set<BundleVersion> held) {
    Predicate<E> fits = wanted.and(entry -> request.accepts(entry.bundle().version()));
    return certain(type, fits, () -> pinFirst(type, fits, request, held));
  }

  /**
   * While one version takes another's place, a look may come to the new one before it is served and
   * to the old one when it isn't any more. So what is there but was not found is looked for again,
   * while nothing changes.
   */
  private <E extends Entry> Optional<E> certain(
      Class<E> type, Predicate<E> fits, Supplier<Optional<E>> look) {
    Optional<E> found = look.get();
    return found.isEmpty() && all(type).anyMatch(fits) ? shelf.still(look) : found;
  }

  private <E extends Entry> Optional<E> pinFirst(
      Class<E> type, Predicate<E> fits, Request request, Set<BundleVersion> held) {
    List<E> own = all(type).filter(fits).filter(entry -> held.contains(entry.bundle())).toList();
    List<E> best = served(type).filter(fits).toList();
    for (E entry : best) {
      Optional<E> ofSameBundle =
          own.stream()
              .filter(other -> other.bundle().name().equals(entry.bundle().name()))
              .findFirst();
      if (ofSameBundle.isPresent()) {
        return ofSameBundle;
      }
      if (pinning.test(entry.bundle())) {
        held.add(entry.bundle());
        return Optional.of(entry);
      }
    }
    return own.stream().findFirst().or(() -> woken(type, fits, request, held));
  }

  private <E extends Entry> Optional<E> woken(
      Class<E> type, Predicate<E> fits, Request request, Set<BundleVersion> held) {
    if (request.versions().isEmpty()) {
      return Optional.empty();
    }
    Function<BundleVersion, Optional<E>> lineOf =
        bundle -> all(type).filter(entry -> entry.bundle() == bundle).filter(fits).findFirst();
    return shelf
        .wake(request::accepts, bundle -> lineOf.apply(bundle).isPresent())
        .flatMap(
            bundle -> {
              held.add(bundle);
              return lineOf.apply(bundle);
            });
  }

  private <E extends Entry> Stream<E> served(Class<E> type) {
    return all(type).filter(entry -> served.test(entry.bundle()));
  }

  private <E extends Entry> Stream<E> all(Class<E> type) {
    return entries.stream().filter(type::isInstance).map(type::cast).sorted(PRECEDENCE);
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

package dev.coffey.kernel.felix;

import dev.coffey.api.Plugin;
import dev.coffey.kernel.catalogue.BundleVersion;
import dev.coffey.kernel.catalogue.Entry.ServiceEntry;
import dev.coffey.kernel.catalogue.Kinds;
import dev.coffey.kernel.catalogue.ServiceBook;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Enters every service of the nine kinds that has an id into the book, whoever registered it: the
 * extender, Declarative Services or an activator.
 */
final class ServiceTracking extends ServiceTracker<Plugin, List<ServiceEntry>> {
  private final ServiceBook book;
  private final InstalledBundles installed;

  ServiceTracking(BundleContext context, ServiceBook book, InstalledBundles installed) {
    super(context, services(context), null);
    this.book = book;
    this.installed = installed;
  }

  @Override
  public List<ServiceEntry> addingService(ServiceReference<Plugin> reference) {
    BundleVersion bundle = installed.find(reference.getBundle()).orElse(null);
    if (bundle == null || !(reference.getProperty(ServiceProperties.ID) instanceof String id)) {
      return null; // not tracked: that is the tracker's convention
    }
    Plugin service = context.getService(reference);
    if (service == null) {
      return null;
    }
    var registered = Arrays.asList((String[]) reference.getProperty("objectClass"));
    List<ServiceEntry> entries =
        Kinds.all().stream()
            .filter(kind -> registered.contains(kind.getName()))
            .map(kind -> new ServiceEntry(bundle, kind, id, service))
            .toList();
    entries.forEach(book::add);
    return entries;
  }

  @Override
  public void removedService(ServiceReference<Plugin> reference, List<ServiceEntry> entries) {
    entries.forEach(book::remove);
    context.ungetService(reference);
  }

  /** As {@link ServiceEntry#title}; empty if it is none of Coffey's services. */
  static Optional<String> titleOf(ServiceReference<?> reference) {
    if (!(reference.getProperty(ServiceProperties.ID) instanceof String id)) {
      return Optional.empty();
    }
    var registered = Arrays.asList((String[]) reference.getProperty("objectClass"));
    return Kinds.all().stream()
        .filter(kind -> registered.contains(kind.getName()))
        .findFirst()
        .map(kind -> "%s '%s'".formatted(Kinds.nameOf(kind), id));
  }

  private static Filter services(BundleContext context) {
    String kinds =
        Kinds.all().stream()
            .map(kind -> "(objectClass=" + kind.getName() + ")")
            .collect(Collectors.joining());
    try {
      return context.createFilter("(&(" + ServiceProperties.ID + "=*)(|" + kinds + "))");
    } catch (InvalidSyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

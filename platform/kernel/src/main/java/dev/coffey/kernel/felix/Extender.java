package dev.coffey.kernel.felix;

import dev.coffey.kernel.catalogue.BundleVersion;
import dev.coffey.kernel.catalogue.Entry.RecipeEntry;
import dev.coffey.kernel.catalogue.ServiceBook;
import dev.coffey.kernel.plugin.Contributions;
import dev.coffey.kernel.plugin.Contributions.Recipe;
import dev.coffey.kernel.plugin.Contributions.Service;
import dev.coffey.kernel.plugin.ModuleReader;
import dev.coffey.kernel.plugin.Refusal;
import java.util.Optional;
import org.osgi.framework.Bundle;

/** Makes a started bundle's contributions and publishes them, all of them or none. */
final class Extender {
  private final ServiceBook book;
  private final ModuleReader modules = new ModuleReader();

  Extender(ServiceBook book) {
    this.book = book;
  }

  /** Makes and publishes what {@code module} contributes; nobody is served yet. */
  void extend(Bundle bundle, BundleVersion version, Optional<String> module) throws Refusal {
    if (module.isPresent()) {
      Contributions contributions = modules.read(module.get(), bundle::loadClass);
      try {
        publish(contributions, bundle, version);
      } catch (IllegalStateException stopped) {
        throw new Refusal("stopped itself while its services were published", stopped);
      }
    }
  }

  private void publish(Contributions contributions, Bundle bundle, BundleVersion version) {
    for (Service service : contributions.services()) {
      bundle
          .getBundleContext()
          .registerService(
              service.kind().getName(),
              service.instance(),
              ServiceProperties.of(service.kind(), service.id(), version));
    }
    for (Recipe recipe : contributions.recipes()) {
      book.add(new RecipeEntry(version, recipe.id(), recipe.content()));
    }
  }
}

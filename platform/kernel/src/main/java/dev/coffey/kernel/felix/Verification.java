package dev.coffey.kernel.felix;

import dev.coffey.api.Loss;
import dev.coffey.api.Plugin;
import dev.coffey.kernel.catalogue.BundleVersion;
import dev.coffey.kernel.catalogue.Entry;
import dev.coffey.kernel.catalogue.Entry.RecipeEntry;
import dev.coffey.kernel.catalogue.Entry.ServiceEntry;
import dev.coffey.kernel.catalogue.ServiceBook;
import dev.coffey.kernel.config.OptionHelp;
import dev.coffey.kernel.plugin.RecipeCheck;
import dev.coffey.kernel.plugin.Refusal;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

/**
 * What a bundle offers is there, answers, can have options, and takes nobody's name; its recipes
 * fit. Everything here may call the plugin's code.
 */
final class Verification {
  private final ServiceBook book;
  private final RecipeCheck recipes;

  Verification(ServiceBook book, RecipeCheck recipes) {
    this.book = book;
    this.recipes = recipes;
  }

  void check(Bundle bundle, BundleVersion version) throws Refusal {
    List<Entry> entries = book.entries(version);
    requireMade(bundle, entries);
    for (Entry entry : entries) {
      requireFree(entry);
      if (entry instanceof ServiceEntry offered) {
        requireAnswers(offered);
      }
    }
    for (Entry entry : entries) {
      if (entry instanceof RecipeEntry recipe) {
        recipes.check(recipe.offer(), book.previewing(version));
      }
    }
  }

  /** The framework hides it when a bundle's own service factory throws. */
  private static void requireMade(Bundle bundle, List<Entry> entries) throws Refusal {
    ServiceReference<?>[] registered = bundle.getRegisteredServices();
    if (registered == null) {
      return;
    }
    for (ServiceReference<?> reference : registered) {
      Optional<String> title = ServiceTracking.titleOf(reference);
      if (title.isPresent()
          && entries.stream().noneMatch(entry -> entry.title().equals(title.get()))) {
        throw new Refusal("registers a %s that cannot be made".formatted(title.get()));
      }
    }
  }

  private void requireFree(Entry entry) throws Refusal {
    Optional<BundleVersion> rival = book.rival(entry);
    if (rival.isPresent()) {
      throw new Refusal(
          "offers the %s in version %s, and so does %s, which is used: give it another id or"
                  .formatted(entry.title(), entry.bundle().version(), rival.get().name())
              + " another Bundle-Version");
    }
  }

  private static void requireAnswers(ServiceEntry offered) throws Refusal {
    Plugin service = offered.service();
    try {
      Class<? extends Record> options = service.options();
      if (options == null) {
        throw new Refusal("offers a %s whose options() is null".formatted(offered.title()));
      }
      OptionHelp.of(options);
      if (service instanceof Loss loss && loss.inputs() == null) {
        throw new Refusal("offers a %s whose inputs() is null".formatted(offered.title()));
      }
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failure) {
      throw new Refusal(
          "offers a %s that does not answer (%s)"
              .formatted(offered.title(), Refusal.reasonOf(failure)),
          failure);
    }
  }
}

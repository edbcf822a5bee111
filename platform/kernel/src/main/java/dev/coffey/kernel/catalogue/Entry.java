package dev.coffey.kernel.catalogue;

import dev.coffey.api.Plugin;
import dev.coffey.kernel.config.Settings;

/** One line of the catalogue's book. Lines of different bundles may compete for one title. */
public sealed interface Entry {
  /** The bundle it comes from. */
  BundleVersion bundle();

  /** Its name. */
  String id();

  /** What it competes for, in words: {@code loss 'kd-kl'}. */
  String title();

  /** A service. */
  record ServiceEntry(BundleVersion bundle, Class<? extends Plugin> kind, String id, Plugin service)
      implements Entry {
    @Override
    public String title() {
      return "%s '%s'".formatted(Kinds.nameOf(kind), id);
    }

    Offer offer() {
      return new Offer(kind, id, bundle.version().toString(), bundle.name(), bundle.digest());
    }
  }

  /** A recipe. */
  record RecipeEntry(BundleVersion bundle, String id, Settings content) implements Entry {
    @Override
    public String title() {
      return "recipe '%s'".formatted(id);
    }

    /** The recipe as others see it. */
    public RecipeOffer offer() {
      return new RecipeOffer(
          id, bundle.name(), bundle.version().toString(), bundle.digest(), content);
    }
  }
}

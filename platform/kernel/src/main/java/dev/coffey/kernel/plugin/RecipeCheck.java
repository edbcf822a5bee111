package dev.coffey.kernel.plugin;

import dev.coffey.kernel.catalogue.Catalogue;
import dev.coffey.kernel.catalogue.RecipeOffer;

/** Whether a recipe fits the option records of the services it names. */
@FunctionalInterface
public interface RecipeCheck {
  /** Takes every recipe as it is. */
  RecipeCheck NONE = (recipe, catalogue) -> {};

  /**
   * Looks at one recipe of a bundle that is about to be served. A service that is not there is not
   * the recipe's fault: its bundle may come later.
   *
   * @param catalogue what there will be once the bundle is served
   * @throws Refusal if the recipe can never work
   */
  void check(RecipeOffer recipe, Catalogue catalogue) throws Refusal;
}

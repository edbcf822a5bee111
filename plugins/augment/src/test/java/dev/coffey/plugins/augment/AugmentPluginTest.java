package dev.coffey.plugins.augment;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import dev.coffey.api.plugin.PluginModule.Contribution;
import dev.coffey.api.plugin.PluginModule.Recipe;
import org.junit.jupiter.api.Test;

class AugmentPluginTest {
  @Test
  void itOffersComposersAndAMethodThatCanBeMade() {
    var module = new AugmentPlugin();

    var injector = Guice.createInjector(module);

    assertThat(module.contributions())
        .extracting(Contribution::id)
        .containsExactly("augment", "mixup", "cutmix");
    assertThat(module.contributions())
        .allSatisfy(
            offered ->
                assertThat(injector.getInstance(offered.key())).isInstanceOf(offered.kind()));
  }

  @Test
  void itsRecipesLieBesideTheModule() {
    var module = new AugmentPlugin();

    Guice.createInjector(module);

    assertThat(module.recipes())
        .extracting(Recipe::id)
        .containsExactly("augmented", "mixup", "cutmix");
    assertThat(module.recipes())
        .allSatisfy(
            recipe -> assertThat(AugmentPlugin.class.getResource(recipe.resource())).isNotNull());
  }
}

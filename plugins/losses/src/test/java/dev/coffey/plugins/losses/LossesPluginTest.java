package dev.coffey.plugins.losses;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import dev.coffey.api.plugin.PluginModule.Contribution;
import dev.coffey.api.plugin.PluginModule.Recipe;
import org.junit.jupiter.api.Test;

class LossesPluginTest {
  @Test
  void itOffersFourLossesThatCanBeMade() {
    var module = new LossesPlugin();

    var injector = Guice.createInjector(module);

    assertThat(module.contributions())
        .extracting(Contribution::id)
        .containsExactly("cross-entropy", "soft-cross-entropy", "kd-kl", "mse");
    assertThat(module.contributions())
        .allSatisfy(
            offered ->
                assertThat(injector.getInstance(offered.key())).isInstanceOf(offered.kind()));
  }

  @Test
  void itsRecipesLieBesideTheModule() {
    var module = new LossesPlugin();

    Guice.createInjector(module);

    assertThat(module.recipes()).extracting(Recipe::id).containsExactly("supervised", "kd");
    assertThat(module.recipes())
        .allSatisfy(
            recipe -> assertThat(LossesPlugin.class.getResource(recipe.resource())).isNotNull());
  }
}

package dev.coffey.plugins.datafree;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import dev.coffey.api.plugin.PluginModule.Contribution;
import dev.coffey.api.plugin.PluginModule.Recipe;
import org.junit.jupiter.api.Test;

class DataFreePluginTest {
  @Test
  void itOffersMethodsThatCanBeMade() {
    var module = new DataFreePlugin();

    var injector = Guice.createInjector(module);

    assertThat(module.contributions())
        .extracting(Contribution::id)
        .containsExactly("dfad", "dafl", "mad", "cgdd", "noise");
    assertThat(module.contributions())
        .allSatisfy(
            offered ->
                assertThat(injector.getInstance(offered.key())).isInstanceOf(offered.kind()));
  }

  @Test
  void itsRecipesLieBesideTheModule() {
    var module = new DataFreePlugin();

    Guice.createInjector(module);

    assertThat(module.recipes())
        .extracting(Recipe::id)
        .containsExactly("dfad", "random-generator", "dafl", "mad", "cgdd", "noise");
    assertThat(module.recipes())
        .allSatisfy(
            recipe -> assertThat(DataFreePlugin.class.getResource(recipe.resource())).isNotNull());
  }
}

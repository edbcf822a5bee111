package dev.coffey.plugins.classical;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import dev.coffey.api.plugin.PluginModule.Contribution;
import dev.coffey.api.plugin.PluginModule.Recipe;
import org.junit.jupiter.api.Test;

class ClassicalPluginTest {
  @Test
  void itOffersLossesThatCanBeMade() {
    var module = new ClassicalPlugin();

    var injector = Guice.createInjector(module);

    assertThat(module.contributions())
        .extracting(Contribution::id)
        .containsExactly(
            "dkd",
            "fitnet",
            "attention-transfer",
            "similarity",
            "rkd",
            "rkd-distance",
            "rkd-angle",
            "pkt",
            "vid",
            "crd",
            "reviewkd");
    assertThat(module.contributions())
        .allSatisfy(
            offered ->
                assertThat(injector.getInstance(offered.key())).isInstanceOf(offered.kind()));
  }

  @Test
  void itsRecipesLieBesideTheModule() {
    var module = new ClassicalPlugin();

    Guice.createInjector(module);

    assertThat(module.recipes())
        .extracting(Recipe::id)
        .containsExactly("dkd", "fitnet", "at", "sp", "rkd", "pkt", "vid", "crd", "reviewkd");
    assertThat(module.recipes())
        .allSatisfy(
            recipe -> assertThat(ClassicalPlugin.class.getResource(recipe.resource())).isNotNull());
  }
}

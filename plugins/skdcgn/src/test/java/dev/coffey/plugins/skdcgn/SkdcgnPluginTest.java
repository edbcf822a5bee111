package dev.coffey.plugins.skdcgn;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import dev.coffey.api.plugin.PluginModule.Contribution;
import dev.coffey.api.plugin.PluginModule.Recipe;
import org.junit.jupiter.api.Test;

class SkdcgnPluginTest {
  @Test
  void itOffersStudentsMethodAndMetric() {
    var module = new SkdcgnPlugin();

    var injector = Guice.createInjector(module);

    assertThat(module.contributions())
        .extracting(Contribution::id)
        .containsExactly("tiny-cgn", "tinygan", "skdcgn", "mechanism-fidelity");
    assertThat(module.contributions())
        .allSatisfy(
            offered ->
                assertThat(injector.getInstance(offered.key())).isInstanceOf(offered.kind()));
  }

  @Test
  void itsRecipesLieBesideTheModule() {
    var module = new SkdcgnPlugin();

    Guice.createInjector(module);

    assertThat(module.recipes()).extracting(Recipe::id).containsExactly("skdcgn", "skdcgn-paper");
    assertThat(module.recipes())
        .allSatisfy(
            recipe -> assertThat(SkdcgnPlugin.class.getResource(recipe.resource())).isNotNull());
  }
}

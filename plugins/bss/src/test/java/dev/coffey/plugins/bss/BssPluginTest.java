package dev.coffey.plugins.bss;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import dev.coffey.api.plugin.PluginModule.Contribution;
import dev.coffey.api.plugin.PluginModule.Recipe;
import org.junit.jupiter.api.Test;

class BssPluginTest {
  @Test
  void itOffersAMethodAndTwoMetricsThatCanBeMade() {
    var module = new BssPlugin();

    var injector = Guice.createInjector(module);

    assertThat(module.contributions())
        .extracting(Contribution::id)
        .containsExactly("bss", "mag-sim", "ang-sim");
    assertThat(module.contributions())
        .allSatisfy(
            offered ->
                assertThat(injector.getInstance(offered.key())).isInstanceOf(offered.kind()));
  }

  @Test
  void itsRecipeLiesBesideTheModule() {
    var module = new BssPlugin();

    Guice.createInjector(module);

    assertThat(module.recipes()).extracting(Recipe::id).containsExactly("bss");
    assertThat(BssPlugin.class.getResource("bss.yaml")).isNotNull();
  }
}

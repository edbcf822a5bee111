package dev.coffey.plugins.variants;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import dev.coffey.api.plugin.PluginModule.Contribution;
import org.junit.jupiter.api.Test;

class MnistVariantsPluginTest {
  @Test
  void itOffersItsDatasetsAndItsMetric() {
    var plugin = new MnistVariantsPlugin();
    var injector = Guice.createInjector(plugin);

    assertThat(plugin.contributions())
        .extracting(Contribution::id)
        .containsExactly(
            "colored-mnist", "double-colored-mnist", "textured-mnist", "visible-accuracy");
    assertThat(plugin.contributions())
        .allSatisfy(
            offered ->
                assertThat(injector.getInstance(offered.key())).isInstanceOf(offered.kind()));
  }
}

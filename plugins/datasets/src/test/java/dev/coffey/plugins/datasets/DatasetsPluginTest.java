package dev.coffey.plugins.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import dev.coffey.api.plugin.PluginModule.Contribution;
import org.junit.jupiter.api.Test;

class DatasetsPluginTest {
  @Test
  void itOffersItsDatasets() {
    var plugin = new DatasetsPlugin();
    var injector = Guice.createInjector(plugin);

    assertThat(plugin.contributions())
        .extracting(Contribution::id)
        .containsExactly("mnist", "fashion-mnist", "idx");
    assertThat(plugin.contributions())
        .allSatisfy(
            offered ->
                assertThat(injector.getInstance(offered.key())).isInstanceOf(offered.kind()));
  }
}

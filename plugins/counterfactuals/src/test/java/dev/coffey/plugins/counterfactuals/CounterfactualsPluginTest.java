package dev.coffey.plugins.counterfactuals;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import dev.coffey.api.plugin.PluginModule.Contribution;
import org.junit.jupiter.api.Test;

class CounterfactualsPluginTest {
  @Test
  void itOffersPartsOfImagesAndEditsOfThem() {
    var plugin = new CounterfactualsPlugin();
    var injector = Guice.createInjector(plugin);

    assertThat(plugin.contributions())
        .extracting(Contribution::id)
        .containsExactlyInAnyOrder(
            "counterfactuals",
            "mask-noise",
            "mask-opacity",
            "mask-rotation",
            "hard-mask",
            "importance");
    assertThat(plugin.contributions())
        .allSatisfy(
            offered ->
                assertThat(injector.getInstance(offered.key())).isInstanceOf(offered.kind()));
  }
}

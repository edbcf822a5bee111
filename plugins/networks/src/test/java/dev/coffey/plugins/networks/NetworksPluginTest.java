package dev.coffey.plugins.networks;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import dev.coffey.api.plugin.PluginModule.Contribution;
import org.junit.jupiter.api.Test;

class NetworksPluginTest {
  @Test
  void itOffersItsNetworks() {
    var plugin = new NetworksPlugin();
    var injector = Guice.createInjector(plugin);

    assertThat(plugin.contributions())
        .extracting(Contribution::id)
        .containsExactlyInAnyOrder(
            "mlp",
            "lenet5",
            "lenet5-half",
            "resnet",
            "resnet-8",
            "resnet-14",
            "resnet-20",
            "resnet-32",
            "resnet-56",
            "resnet-110",
            "wrn",
            "wrn-16-1",
            "wrn-16-2",
            "wrn-40-1",
            "wrn-40-2");
    assertThat(plugin.contributions())
        .allSatisfy(
            offered ->
                assertThat(injector.getInstance(offered.key())).isInstanceOf(offered.kind()));
  }
}

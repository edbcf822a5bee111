package dev.coffey.plugins.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import dev.coffey.api.plugin.PluginModule.Contribution;
import org.junit.jupiter.api.Test;

class MetricsPluginTest {
  @Test
  void itOffersItsMetricsThatCanBeMade() {
    var module = new MetricsPlugin();

    var injector = Guice.createInjector(module);

    assertThat(module.contributions())
        .extracting(Contribution::id)
        .containsExactly(
            "accuracy",
            "agreement",
            "relative-accuracy",
            "kl",
            "ece",
            "robust-accuracy",
            "confusion");
    assertThat(module.contributions())
        .allSatisfy(
            offered ->
                assertThat(injector.getInstance(offered.key())).isInstanceOf(offered.kind()));
  }
}

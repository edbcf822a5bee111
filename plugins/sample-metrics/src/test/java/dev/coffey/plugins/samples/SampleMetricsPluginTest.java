package dev.coffey.plugins.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import dev.coffey.api.plugin.PluginModule.Contribution;
import org.junit.jupiter.api.Test;

class SampleMetricsPluginTest {
  @Test
  void itOffersItsMetricsThatCanBeMade() {
    var module = new SampleMetricsPlugin();

    var injector = Guice.createInjector(module);

    assertThat(module.contributions())
        .extracting(Contribution::id)
        .containsExactly(
            "classifier-fid", "kernel-distance", "classifier-score", "mask-statistics");
    assertThat(module.contributions())
        .allSatisfy(
            offered ->
                assertThat(injector.getInstance(offered.key())).isInstanceOf(offered.kind()));
  }
}

package dev.coffey.plugins.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import dev.coffey.api.plugin.PluginModule.Contribution;
import org.junit.jupiter.api.Test;

class InvariantClassifierPluginTest {
  @Test
  void itOffersAStudentAndAClassifier() {
    var plugin = new InvariantClassifierPlugin();
    var injector = Guice.createInjector(plugin);

    assertThat(plugin.contributions())
        .extracting(Contribution::id)
        .containsExactlyInAnyOrder("mnist-cnn", "invariant");
    assertThat(plugin.contributions())
        .allSatisfy(
            offered ->
                assertThat(injector.getInstance(offered.key())).isInstanceOf(offered.kind()));
  }
}

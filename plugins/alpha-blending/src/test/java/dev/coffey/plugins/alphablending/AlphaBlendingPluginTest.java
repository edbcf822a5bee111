package dev.coffey.plugins.alphablending;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import dev.coffey.api.plugin.PluginModule.Contribution;
import org.junit.jupiter.api.Test;

class AlphaBlendingPluginTest {
  @Test
  void itOffersOneComposer() {
    var plugin = new AlphaBlendingPlugin();
    var injector = Guice.createInjector(plugin);

    assertThat(plugin.contributions()).extracting(Contribution::id).containsExactly("alpha");
    assertThat(injector.getInstance(plugin.contributions().get(0).key())).isInstanceOf(Alpha.class);
  }
}

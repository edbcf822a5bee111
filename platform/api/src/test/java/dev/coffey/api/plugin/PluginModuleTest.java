package dev.coffey.api.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.inject.Guice;
import com.google.inject.Inject;
import dev.coffey.api.Event;
import dev.coffey.api.Metric;
import dev.coffey.api.Observer;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.api.plugin.PluginModule.Contribution;
import dev.coffey.api.plugin.PluginModule.Recipe;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PluginModuleTest {
  @Test
  void beforeItIsInstalledAModuleHasNoContributions() {
    assertThat(new SamplePlugin().contributions()).isEmpty();
    assertThat(new SamplePlugin().recipes()).isEmpty();
  }

  @Test
  void contributionsKeepTheirKindIdAndOrder() {
    var module = new SamplePlugin();

    Guice.createInjector(module);

    assertThat(module.contributions())
        .extracting(Contribution::kind, Contribution::id)
        .containsExactly(
            tuple(Observer.class, "silent"),
            tuple(Metric.class, "one"),
            tuple(Metric.class, "two"));
    assertThat(module.recipes()).containsExactly(new Recipe("sample", "sample.yaml"));
  }

  @Test
  void servicesGetWhatTheModuleBinds() {
    var module = new SamplePlugin();

    var injector = Guice.createInjector(module);

    var observer = injector.getInstance(module.contributions().get(0).key());
    assertThat(observer)
        .isInstanceOfSatisfying(
            SilentObserver.class, silent -> assertThat(silent.greeting).isEqualTo("good evening"));
  }

  @Test
  void instancesOfOneFamilyAreKeptApartByTheirId() {
    var module = new SamplePlugin();

    var injector = Guice.createInjector(module);

    assertThat(injector.getInstance(module.contributions().get(1).key()))
        .isEqualTo(new Constant(1));
    assertThat(injector.getInstance(module.contributions().get(2).key()))
        .isEqualTo(new Constant(2));
  }

  @Test
  void installingItAgainDoesNotDoubleItsContributions() {
    var module = new SamplePlugin();

    Guice.createInjector(module);
    Guice.createInjector(module);

    assertThat(module.contributions()).hasSize(3);
  }

  @Test
  void aContributionWithoutAnIdIsRefused() {
    var module = new SamplePlugin();

    assertThatThrownBy(() -> module.observer(null)).hasMessage("id is null");
    assertThatThrownBy(() -> module.experiment(null)).hasMessage("id is null");
  }

  private static final class SamplePlugin extends PluginModule {
    @Override
    protected void contribute() {
      bind(String.class).toInstance("good evening");
      observer("silent").to(SilentObserver.class);
      metric("one").toInstance(new Constant(1));
      metric("two").toInstance(new Constant(2));
      experiment("sample").from("sample.yaml");
    }
  }

  private static final class SilentObserver implements Observer {
    private final String greeting;

    @Inject
    SilentObserver(String greeting) {
      this.greeting = greeting;
    }

    @Override
    public void on(Event event) {}
  }

  private record Constant(double value) implements Metric {
    @Override
    public Meter open(Run run) {
      return new Meter() {
        @Override
        public void add(Tensors outputs) {}

        @Override
        public Map<String, Double> read() {
          return Map.of("constant", value);
        }
      };
    }
  }
}

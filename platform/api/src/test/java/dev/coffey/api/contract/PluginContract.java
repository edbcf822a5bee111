package dev.coffey.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.api.NoOptions;
import dev.coffey.api.Option;
import dev.coffey.api.Plugin;
import java.lang.reflect.RecordComponent;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What services of all kinds keep. Extend the contract of the service's own kind instead. */
public abstract class PluginContract {
  static final long SEED = 1;
  static final long OTHER_SEED = 2;

  /** The service under test, whatever its kind. */
  abstract Plugin service();

  /** The options it is opened with; an instance of the record that {@link Plugin#options} names. */
  protected Record options() {
    return new NoOptions();
  }

  /** The data the run is about. */
  protected DataSpec data() {
    return DataSpec.of(new Shape(1, 28, 28), 10);
  }

  /** Opens a run with {@link #options()} on the engine that the tests have. */
  protected final RunSource.Session open(long seed) {
    return open(seed, options());
  }

  /** Opens a run with {@code options} on the engine that the tests have; the caller closes it. */
  protected final RunSource.Session open(long seed, Record options) {
    return ServiceLoader.load(RunSource.class)
        .findFirst()
        .orElseThrow(
            () -> new AssertionError("no RunSource on the class path: add coffey-nn's test-jar"))
        .open(seed, data(), options);
  }

  @Test
  void theOptionsOfTheTestAreOfTheRecordThatTheServiceNames() {
    assertThat(options()).isInstanceOf(service().options());
  }

  @Test
  void everyOptionHasALineOfHelp() {
    assertThat(components(service().options()))
        .allSatisfy(
            component -> {
              assertThat(component.getAnnotation(Option.class)).as("@Option").isNotNull();
              assertThat(component.getAnnotation(Option.class).help()).isNotBlank();
            });
  }

  private static Stream<RecordComponent> components(Class<?> type) {
    return Stream.of(type.getRecordComponents())
        .flatMap(
            component ->
                component.getType().isRecord()
                    ? Stream.concat(Stream.of(component), components(component.getType()))
                    : Stream.of(component));
  }
}

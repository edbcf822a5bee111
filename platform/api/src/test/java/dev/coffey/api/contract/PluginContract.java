package dev.coffey.api.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.api.NoOptions;
import dev.coffey.api.Option;
import dev.coffey.api.Plugin;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Supplier;
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

  /**
   * Makers of option records that the record's constructor must refuse, {@code () -> new
   * KlOptions(0)}, with an {@link IllegalArgumentException} whose message names an option. What
   * {@link Option#min} and {@link Option#max} forbid the kernel refuses; it doesn't belong here.
   */
  protected List<Supplier<? extends Record>> invalidOptions() {
    return List.of();
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
    assertThat(declared())
        .allSatisfy(
            option ->
                assertThat(option.declaration().map(Option::help))
                    .as("help of %s", option)
                    .hasValueSatisfying(help -> assertThat(help).isNotBlank().hasLineCount(1)));
  }

  @Test
  void everyOptionHasANameForKebabCase() {
    assertThat(declared())
        .allSatisfy(option -> assertThat(option.name()).matches(DeclaredOption.CAMEL_CASE));
  }

  @Test
  void everyDefaultIsOfItsOptionsTypeAndInItsRange() {
    assertThat(declared()).flatMap(DeclaredOption::complaints).isEmpty();
  }

  @Test
  void invalidOptionsAreRefusedByName() {
    for (Supplier<? extends Record> invalid : invalidOptions()) {
      assertThatThrownBy(invalid::get)
          .isInstanceOf(IllegalArgumentException.class)
          .satisfies(
              refusal ->
                  assertThat(declared())
                      .as("options named in: %s", refusal.getMessage())
                      .anyMatch(option -> option.isNamedIn(refusal.getMessage())));
    }
  }

  private List<DeclaredOption> declared() {
    return DeclaredOption.of(service().options());
  }
}

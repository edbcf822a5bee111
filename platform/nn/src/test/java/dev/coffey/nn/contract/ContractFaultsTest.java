package dev.coffey.nn.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

class ContractFaultsTest {
  @ParameterizedTest
  @org.junit.jupiter.params.provider.MethodSource("contracts")
  void aContractFindsAFaultWhereItIsAndNowhereElse(Class<?> contract) {
    var tests =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(contract))
            .execute()
            .testEvents();

    assertThat(tests.started().count()).isPositive();
    assertThat(methods(tests.failed().stream()))
        .as("tests of %s that fail", contract.getName())
        .containsExactlyInAnyOrder(contract.getAnnotation(Finds.class).value());
  }

  static Stream<Class<?>> contracts() {
    return Stream.of(
            OptionFaults.class,
            ObserverFaults.class,
            LossFaults.class,
            ComposerFaults.class,
            NetworkFaults.class,
            MethodFaults.class,
            MetricFaults.class,
            DatasetFaults.class,
            ClassifierFaults.class)
        .flatMap(faults -> Arrays.stream(faults.getDeclaredClasses()))
        .filter(type -> type.isAnnotationPresent(Finds.class))
        .sorted(Comparator.comparing(Class::getName));
  }

  private static Set<String> methods(Stream<Event> events) {
    return events
        .map(Event::getTestDescriptor)
        .map(TestDescriptor::getSource)
        .flatMap(Optional::stream)
        .map(source -> ((MethodSource) source).getMethodName())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}

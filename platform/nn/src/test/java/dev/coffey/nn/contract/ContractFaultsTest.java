package dev.coffey.nn.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

class ContractFaultsTest {
  @ParameterizedTest
  @MethodSource("contracts")
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

  @Test
  void everyTestOfAContractFindsAFault() {
    var found =
        contracts()
            .flatMap(contract -> Stream.of(contract.getAnnotation(Finds.class).value()))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(contracts().flatMap(ContractFaultsTest::tests).distinct())
        .containsExactlyInAnyOrderElementsOf(found);
  }

  private static Stream<String> tests(Class<?> contract) {
    return Stream.<Class<?>>iterate(contract, Objects::nonNull, Class::getSuperclass)
        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
        .filter(
            method ->
                method.isAnnotationPresent(Test.class)
                    || method.isAnnotationPresent(ParameterizedTest.class))
        .map(Method::getName);
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
        .map(event -> event.getTestDescriptor().getLegacyReportingName())
        .map(name -> name.replaceFirst("\\(.*", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}

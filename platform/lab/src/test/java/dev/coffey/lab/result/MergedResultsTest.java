package dev.coffey.lab.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffey.lab.result.MergedResults.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MergedResultsTest {
  private static final DataFacts MNIST = new DataFacts("mnist", "d".repeat(64));
  private static final TeacherFacts TEACHER = teacher("e".repeat(64));

  @Test
  void methodsOfOneNameAreToldApartByTheirPart() {
    var merged =
        MergedResults.of(
            List.of(
                part("a", MNIST, Optional.of(TEACHER), "supervised", "kd"),
                part("b", MNIST, Optional.of(TEACHER), "supervised", "bss")),
            false);

    assertThat(merged.rows())
        .extracting(Row::method)
        .containsExactly("supervised (a)", "kd", "supervised (b)", "bss");
    assertThat(merged.rows().get(3).runs()).containsExactly("b/bss/seed-1");
    assertThat(merged.differences())
        .extracting(one -> one.method() + " − " + one.baseline())
        .contains("kd − supervised (a)", "bss − supervised (b)");
    assertThat(merged.teacher()).contains(TEACHER);
  }

  @Test
  void differentDataAreRefused() {
    var parts =
        List.of(
            part("a", MNIST, Optional.of(TEACHER), "kd"),
            part("b", new DataFacts("mnist", "f".repeat(64)), Optional.of(TEACHER), "bss"));

    assertThatThrownBy(() -> MergedResults.of(parts, false))
        .isInstanceOf(IncomparableResults.class)
        .hasMessageContaining("different data")
        .hasMessageContaining("a has mnist dddddddd, b has mnist ffffffff");
  }

  @Test
  void differentTeachersAreRefused() {
    var parts =
        List.of(
            part("a", MNIST, Optional.of(TEACHER), "kd"),
            part("b", MNIST, Optional.of(teacher("9".repeat(64))), "bss"));

    assertThatThrownBy(() -> MergedResults.of(parts, false))
        .isInstanceOf(IncomparableResults.class)
        .hasMessageContaining("different teachers");
  }

  @Test
  void whatDiffersIsMarkedWhereItIsAllowed() {
    var parts =
        List.of(
            part("a", MNIST, Optional.of(TEACHER), "kd"),
            part("b", MNIST, Optional.of(teacher("9".repeat(64))), "bss"));

    var merged = MergedResults.of(parts, true);

    assertThat(merged.rows())
        .extracting(Row::method)
        .containsExactly("kd [teacher lenet5 eeeeeeee]", "bss [teacher lenet5 99999999]");
    assertThat(merged.teacher()).isEmpty();
  }

  @Test
  void anExperimentWithoutTeacherGoesWithAnyTeacher() {
    var parts =
        List.of(
            part("a", MNIST, Optional.empty(), "supervised"),
            part("b", MNIST, Optional.of(TEACHER), "kd"));

    assertThat(MergedResults.of(parts, false).teacher()).contains(TEACHER);
  }

  private static Part part(
      String name, DataFacts data, Optional<TeacherFacts> teacher, String... methods) {
    var comparison =
        new Comparison(
            "first", "mxnet", List.of(1L), data, teacher, List.of(methods), List.of("accuracy"));
    return new Part(
        name,
        comparison.of(
            List.of(methods).stream()
                .map(method -> SampleResults.outcome(method, 1, 0.9))
                .toList()));
  }

  private static TeacherFacts teacher(String digest) {
    return new TeacherFacts("lenet5", digest, 61706, 416_520, 9_000, Map.of("accuracy", 0.99));
  }
}

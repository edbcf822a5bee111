package dev.coffey.plugins.bss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffey.api.ShapeMismatch;
import dev.coffey.nn.test.TestBench;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BaseSamplesTest {
  private static final float[][] TEACHER = {{5, 0, 0}, {5, 0, 0}, {5, 0, 0}, {0, 5, 0}, {0, 0, 1}};

  @Test
  void bothMustBeRight() {
    // the teacher errs on the fourth, the student on the second
    var student = new float[][] {{2, 0, 0}, {0, 2, 0}, {2, 1, 0}, {2, 0, 0}, {0, 0, 2}};

    assertThat(rows(student, 5, 0, 0, 0, 0, 2))
        .hasValueSatisfying(rows -> assertThat(rows).containsExactlyInAnyOrder(0, 2, 4));
  }

  @Test
  void thoseWithTheLargestDisagreementAreKept() {
    // sure as the teacher, less sure, unsure, hardly: the last but one differs most beside the
    // label
    var student = new float[][] {{5, 0, 0}, {2, 0, 0}, {0.3f, 0.2f, 0}, {0, 5, 0}, {0, 0, 1.1f}};

    assertThat(rows(student, 2, 0, 0, 0, 1, 2)).hasValue(new int[] {2, 1});
  }

  @Test
  void theTrueClassDoesNotCountAsDisagreement() {
    // same difference at the label; the rest once in one class, once spread evenly over two
    var student = new float[][] {{1, 0.9f, -9}, {1, 0, 0}};
    var teacher = new float[][] {{9, 0, 0}, {9, 0, 0}};

    assertThat(rows(teacher, student, 1, 0, 0)).hasValue(new int[] {0});
  }

  @Test
  void noneMayBeLeft() {
    assertThat(rows(TEACHER, 5, 1, 1, 1, 2, 0)).isEmpty();
  }

  @Test
  void oneMayBeLeft() {
    assertThat(rows(TEACHER, 5, 1, 1, 1, 1, 0)).hasValue(new int[] {3});
  }

  @Test
  void aStudentWithOtherClassesIsRefused() {
    assertThatThrownBy(() -> rows(new float[][] {{1, 2}}, new float[][] {{1, 2, 3}}, 1, 0))
        .isInstanceOf(ShapeMismatch.class)
        .hasMessage("student and teacher must have the same shape, but are (1, 3) and (1, 2)");
  }

  private static Optional<int[]> rows(float[][] student, int limit, int... labels) {
    return rows(TEACHER, student, limit, labels);
  }

  private static Optional<int[]> rows(
      float[][] teacher, float[][] student, int limit, int... labels) {
    try (var bench = TestBench.open(1)) {
      return bench.step(
          () -> {
            var manager = bench.run().scratch();
            return new BaseSamples(
                    manager.create(teacher), manager.create(student), manager.create(labels))
                .rows(limit)
                .map(rows -> rows.toIntArray());
          });
    }
  }
}

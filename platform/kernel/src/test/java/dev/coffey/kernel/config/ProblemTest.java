package dev.coffey.kernel.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProblemTest {
  @Test
  void aProblemInAFileNamesFileLineAndKey() {
    var problem = new Problem("train.epochs", new Origin("first.yaml", 7), "must be at least 1");

    assertThat(problem).hasToString("first.yaml:7: train.epochs: must be at least 1");
  }

  @Test
  void aProblemOfTheWholeFileNamesTheFile() {
    var problem = new Problem("", Origin.of("first.yaml"), "is empty");

    assertThat(problem).hasToString("first.yaml: is empty");
  }

  @Test
  void aProblemOfAnOverrideReadsLikeTheCommandLine() {
    var problem = new Problem("train.epochs", Origin.OVERRIDE, "must be at least 1");

    assertThat(problem).hasToString("-D train.epochs: must be at least 1");
  }

  @Test
  void aProblemWithoutPlaceIsItsMessage() {
    assertThat(new InvalidInput("there is no loss 'kd-k1'")).hasMessage("there is no loss 'kd-k1'");
  }

  @Test
  void aProblemOfAKeyThatNobodyWroteNamesTheKey() {
    assertThat(new Problem("name", Origin.UNKNOWN, "is missing")).hasToString("name: is missing");
  }

  @Test
  void allProblemsAreThrownTogetherInTheirOrder() {
    var problems = new Problems();
    problems.add("b", Origin.OVERRIDE, "second letter");
    problems.add("a", Origin.OVERRIDE, "first letter");

    assertThatThrownBy(problems::throwIfAny)
        .isInstanceOfSatisfying(
            InvalidInput.class, thrown -> assertThat(thrown.problems()).isEqualTo(problems.list()))
        .hasMessage("-D b: second letter\n-D a: first letter");
  }

  @Test
  void nothingIsThrownWhereNothingIsWrong() {
    assertThatCode(new Problems()::throwIfAny).doesNotThrowAnyException();
  }

  @Test
  void aLineBelowZeroIsRefused() {
    assertThatThrownBy(() -> new Origin("x.yaml", -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("line must be at least 0, but is -1");
  }
}

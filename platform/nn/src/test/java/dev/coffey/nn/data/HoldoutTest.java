package dev.coffey.nn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HoldoutTest {
  private final int[] labels = IntStream.range(0, 100).map(row -> row % 7 % 3).toArray();

  @Test
  void everyRowIsOnOneSide() {
    var holdout = Holdout.of(labels, 3, 20);

    assertThat(holdout.validation()).hasSize(20).isSorted();
    assertThat(holdout.train()).hasSize(80).isSorted();
    assertThat(
            IntStream.concat(Arrays.stream(holdout.train()), Arrays.stream(holdout.validation())))
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 100).boxed().toList());
  }

  @Test
  void classesAreHeldBackInNumbersThatDifferByAtMostOne() {
    var holdout = Holdout.of(labels, 3, 20);

    int[] counts = new int[3];
    Arrays.stream(holdout.validation()).forEach(row -> counts[labels[row]]++);
    assertThat(counts).containsExactly(7, 7, 6);
  }

  @Test
  void theChoiceIsAlwaysTheSameAndNotJustTheFirstRows() {
    int[] chosen = Holdout.of(labels, 3, 20).validation();

    assertThat(Holdout.of(labels, 3, 20).validation()).isEqualTo(chosen);
    assertThat(chosen[19]).isGreaterThan(40);
  }

  @Test
  void aClassWithTooFewRowsIsNamed() {
    assertThatThrownBy(() -> Holdout.of(new int[] {0, 0, 0, 1, 1}, 2, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a validation split of 4 needs 2 images of class 1 and one to train on, but there are 2");
  }

  @Test
  void nothingIsHeldBackIfNothingIsAskedFor() {
    var holdout = Holdout.of(new int[] {0, 2}, 3, 0);

    assertThat(holdout.train()).containsExactly(0, 1);
    assertThat(holdout.validation()).isEmpty();
  }
}

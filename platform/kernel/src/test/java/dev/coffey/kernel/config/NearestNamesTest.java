package dev.coffey.kernel.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNamesTest {
  @Test
  void aTypingErrorLeadsToTheName() {
    assertThat(NearestNames.of("epochz", List.of("epochs", "batch", "optimizer")))
        .containsExactly("epochs");
  }

  @Test
  void twoLettersInTheWrongOrderLeadToTheName() {
    assertThat(NearestNames.of("epcohs", List.of("epochs", "batch"))).containsExactly("epochs");
  }

  @Test
  void aBeginningLeadsToTheNames() {
    assertThat(NearestNames.of("lenet5", List.of("lenet5-half", "resnet-8")))
        .containsExactly("lenet5-half");
  }

  @Test
  void theNearestComesFirst() {
    assertThat(NearestNames.of("kd-k", List.of("kd-kl-sum", "kd-kl", "mse")))
        .containsExactly("kd-kl", "kd-kl-sum");
  }

  @Test
  void atMostThreeAreNamed() {
    assertThat(NearestNames.of("net", List.of("net1", "net2", "net3", "net4")))
        .containsExactly("net1", "net2", "net3");
  }

  @Test
  void letterCaseDoesNotCount() {
    assertThat(NearestNames.of("MNIST", List.of("mnist"))).containsExactly("mnist");
  }

  @Test
  void whatIsFarAwayIsNotNamed() {
    assertThat(NearestNames.of("cifar", List.of("mnist", "ce", "x"))).isEmpty();
  }

  @Test
  void oneLetterIsNotNearAnother() {
    assertThat(NearestNames.of("a", List.of("b"))).isEmpty();
  }

  @Test
  void theQuestionNamesAllThatAreNear() {
    assertThat(NearestNames.didYouMean("net", List.of("net1", "net2", "net3")))
        .isEqualTo("; did you mean net1, net2 or net3?");
  }

  @Test
  void noQuestionIsAskedWhereNothingIsNear() {
    assertThat(NearestNames.didYouMean("cifar", List.of("mnist"))).isEmpty();
  }
}

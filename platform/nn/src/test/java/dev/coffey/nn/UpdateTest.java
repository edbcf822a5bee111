package dev.coffey.nn;

import static dev.coffey.nn.SmallNetworks.ROW;
import static dev.coffey.nn.SmallNetworks.linear;
import static dev.coffey.nn.SmallNetworks.logits;
import static dev.coffey.nn.SmallNetworks.loss;
import static dev.coffey.nn.SmallNetworks.rows;
import static dev.coffey.nn.SmallNetworks.withStatistics;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.core.Linear;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.NonFiniteLoss;
import dev.coffey.api.Run;
import dev.coffey.nn.block.Staged;
import dev.coffey.nn.optim.OptimizerOptions;
import dev.coffey.nn.optim.ScheduleOptions;
import dev.coffey.nn.test.TestBench;
import java.nio.ByteBuffer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UpdateTest {
  private final TestBench bench = TestBench.open(1);
  private final Run run = bench.run();
  private final Network student = run.build("student", withStatistics(), ROW);
  private final Network other = run.build("other", withStatistics(), ROW);

  @AfterEach
  void close() {
    bench.close();
  }

  private double update(Network... trained) {
    return bench.step(
        () -> {
          NDArray x = rows(run);
          return run.update("student", () -> loss(student, x).add(loss(other, x)), trained);
        });
  }

  @Test
  void anUpdateChangesOnlyTheListedNetworks() {
    byte[] studentBefore = Bytes.of(student);
    byte[] otherBefore = Bytes.of(other);

    update(student);

    assertThat(Bytes.of(student)).isNotEqualTo(studentBefore);
    assertThat(Bytes.of(other)).isEqualTo(otherBefore);
  }

  @Test
  void repeatedUpdatesBringTheLossDown() {
    double first = update(student, other);
    for (int i = 0; i < 20; i++) {
      update(student, other);
    }

    assertThat(update(student, other)).isLessThan(first / 2);
  }

  @Test
  void theValueReturnedIsTheLossBeforeTheStep() {
    float expected =
        bench.step(
            () -> {
              NDArray x = rows(run);
              return loss(student, x).add(loss(other, x)).getFloat();
            });

    assertThat(update(student)).isCloseTo(expected, within(1e-6));
  }

  @Test
  void runningStatisticsOfAListedNetworkMove() {
    float[] before = statistics(student);

    update(student);

    assertThat(statistics(student)).isNotEqualTo(before);
  }

  @Test
  void aTrainModeForwardOutsideAnUpdateUsesBatchStatisticsAndMovesNothing() {
    byte[] before = Bytes.of(student);

    bench.stepping(
        () -> {
          NDArray x = rows(run);
          float[] training = logits(student, x, Mode.TRAIN).toFloatArray();
          float[] inference = logits(student, x, Mode.INFER).toFloatArray();
          float[] inferred = run.infer(() -> logits(student, x, Mode.TRAIN)).toFloatArray();
          assertThat(training).isNotEqualTo(inference).isEqualTo(inferred);
        });

    assertThat(Bytes.of(student)).isEqualTo(before);
  }

  @Test
  void aListedNetworkThatTookNoPartInTheLossStaysUnchangedInSpiteOfMomentumAndDecay() {
    bench
        .workspace()
        .optimizer(
            "student",
            OptimizerOptions.sgd(0.1, 0.9).withWeightDecay(0.1),
            ScheduleOptions.constant());
    update(student, other);
    byte[] before = Bytes.of(other);

    bench.stepping(
        () -> {
          NDArray x = rows(run);
          run.update("student", () -> loss(student, x), student, other);
        });

    assertThat(Bytes.of(other)).isEqualTo(before);
  }

  @Test
  void aListedNetworkWhoseOutputIsDetachedKeepsItsWeights() {
    bench
        .workspace()
        .optimizer("student", OptimizerOptions.sgd(0.1, 0.9), ScheduleOptions.constant());
    update(student, other);
    float[] before = weight(other, "01Linear_weight");

    bench.stepping(
        () -> {
          NDArray x = rows(run);
          run.update(
              "student", () -> loss(student, x).add(loss(other, x).stopGradient()), student, other);
        });

    assertThat(weight(other, "01Linear_weight")).isEqualTo(before);
  }

  @Test
  void theOnlyListedNetworkKeepsItsWeightsIfTheLossReachesAnotherOne() {
    bench
        .workspace()
        .optimizer("student", OptimizerOptions.sgd(0.1, 0.9), ScheduleOptions.constant());
    update(student, other);
    float[] before = weight(other, "01Linear_weight");

    bench.stepping(
        () -> {
          NDArray x = rows(run);
          run.update("student", () -> loss(student, x).add(loss(other, x).stopGradient()), other);
        });

    assertThat(weight(other, "01Linear_weight")).isEqualTo(before);
  }

  @Test
  void aFrozenNetworkIsNeitherSteppedNorAreItsStatisticsMovedButPassesGradientsOn() {
    other.freeze();
    byte[] otherBefore = Bytes.of(other);
    Network generator =
        run.build(
            "generator",
            Staged.builder().add(Linear.builder().setUnits(4).build()).tap("image").build(),
            ROW);
    byte[] generatorBefore = Bytes.of(generator);

    bench.stepping(
        () -> {
          NDArray x = rows(run);
          run.update(
              "generator",
              () ->
                  logits(
                          other,
                          generator
                              .forward(dev.coffey.api.Tensors.of("x", x), Mode.TRAIN)
                              .get("image"),
                          Mode.TRAIN)
                      .square()
                      .mean(),
              generator,
              other);
        });

    assertThat(Bytes.of(other)).isEqualTo(otherBefore);
    assertThat(Bytes.of(generator)).isNotEqualTo(generatorBefore);
  }

  @Test
  void inferenceInsideAnUpdateIsAConstant() {
    byte[] before = Bytes.of(other);

    bench.stepping(
        () -> {
          NDArray x = rows(run);
          run.update(
              "student",
              () ->
                  logits(student, x, Mode.TRAIN)
                      .sub(run.infer(() -> logits(other, x, Mode.TRAIN)))
                      .square()
                      .mean(),
              student,
              other);
        });

    assertThat(Bytes.of(other)).isEqualTo(before);
  }

  @Test
  void aLossThatIsNotFiniteEndsTheUpdateBeforeAnythingChanges() {
    byte[] before = Bytes.of(student);
    bench.workspace().advance(2, 17);

    assertThatThrownBy(
            () ->
                bench.stepping(
                    () -> {
                      NDArray x = rows(run);
                      run.update("student", () -> loss(student, x).mul(Double.NaN), student);
                    }))
        .isInstanceOf(NonFiniteLoss.class)
        .hasMessage("the loss of 'student' is NaN at step 17 of stage 'test' (epoch 2)");

    assertThat(Bytes.of(student)).isEqualTo(before);
    assertThat(update(student)).isFinite();
  }

  /** DJL lets go of the memory of a number while PyTorch's graph goes on reading it. */
  @Test
  void aCollectionOfGarbageBeforeTheBackwardPassChangesNothing() {
    Network first = run.build("first", linear(), ROW);
    Network second = run.build("second", linear(), ROW);
    second.follow(first, 0);

    bench.stepping(
        () -> {
          NDArray x = rows(run);
          run.update("student", () -> logits(first, x, Mode.TRAIN).pow(2).mul(3).mean(), first);
          run.update("student", () -> collected(logits(second, x, Mode.TRAIN)).mean(), second);
        });

    assertThat(Bytes.of(second)).isEqualTo(Bytes.of(first));
  }

  private static NDArray collected(NDArray logits) {
    NDArray result = logits.pow(2).mul(3);
    System.gc();
    for (int i = 0; i < 1000; i++) {
      ByteBuffer.allocateDirect(8).putFloat(0, 1e30f);
    }
    return result;
  }

  @Test
  void phasesCannotBeNested() {
    bench.stepping(
        () -> {
          NDArray x = rows(run);
          assertThatThrownBy(
                  () ->
                      run.update(
                          "a",
                          () -> {
                            run.update("b", () -> loss(student, x), student);
                            return loss(student, x);
                          },
                          student))
              .isInstanceOf(IllegalStateException.class)
              .hasMessage(
                  "update of 'b' inside update of 'a' is not possible; do it before or after");
          assertThatThrownBy(
                  () -> run.update("a", () -> run.gradient(x, NDArray::sum).sum(), student))
              .hasMessageStartingWith("gradient inside update of 'a'");
          assertThatThrownBy(
                  () -> run.infer(() -> run.update("a", () -> loss(student, x), student)))
              .hasMessageStartingWith("update of 'a' inside infer");
        });
  }

  @Test
  void aLossThatDependsOnNothingTrainedIsRefused() {
    assertThatThrownBy(
            () ->
                bench.stepping(
                    () -> {
                      NDArray x = rows(run);
                      run.update("student", () -> x.square().mean(), student);
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("the loss of 'student' has no gradient");
  }

  @Test
  void aLossMustBeAScalar() {
    assertThatThrownBy(
            () ->
                bench.stepping(
                    () -> {
                      NDArray x = rows(run);
                      run.update("student", () -> logits(student, x, Mode.TRAIN), student);
                    }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the loss of 'student' must be a scalar, but has the shape (6, 2)");
  }

  @Test
  void aNetworkOfAnotherRunIsRefused() {
    try (TestBench elsewhere = TestBench.open(1)) {
      Network foreign = elsewhere.run().build("foreign", linear(), ROW);

      assertThatThrownBy(() -> update(foreign))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("the network 'foreign' belongs to another run");
    }
  }

  @Test
  void theGroupsOptimizerIsUsed() {
    bench.workspace().optimizer("fast", OptimizerOptions.sgd(0.4, 0), ScheduleOptions.constant());
    Network first = run.build("first", linear(), ROW);
    Network second = run.build("second", linear(), ROW);
    second.follow(first, 0);
    float[] before = weight(first, "01Linear_weight");

    bench.stepping(
        () -> {
          NDArray x = rows(run);
          run.update("slow", () -> loss(first, x), first);
          run.update("fast", () -> loss(second, x), second);
        });

    float[] slow = weight(first, "01Linear_weight");
    float[] fast = weight(second, "01Linear_weight");
    for (int i = 0; i < before.length; i++) {
      assertThat(fast[i] - before[i]).isCloseTo(4 * (slow[i] - before[i]), within(1e-5f));
    }
  }

  @Test
  void theLearningRateFollowsTheStage() {
    bench.workspace().optimizer("student", OptimizerOptions.sgd(0.1, 0), ScheduleOptions.cosine(0));
    bench.workspace().advance(1, 100);
    float[] before = weight(student, "01Linear_weight");

    update(student);

    assertThat(weight(student, "01Linear_weight")).isEqualTo(before);
  }

  private static float[] statistics(Network network) {
    return weight(network, "02BatchNormalization_runningMean");
  }

  private static float[] weight(Network network, String name) {
    Map<String, NDArray> arrays = ((BlockNetwork) network).weights().byName();
    return arrays.get(name).toFloatArray();
  }
}

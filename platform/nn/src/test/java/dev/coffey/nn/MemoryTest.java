package dev.coffey.nn;

import static dev.coffey.nn.SmallNetworks.ROW;
import static dev.coffey.nn.SmallNetworks.linear;
import static dev.coffey.nn.SmallNetworks.logits;
import static dev.coffey.nn.SmallNetworks.loss;
import static dev.coffey.nn.SmallNetworks.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import ai.djl.util.PairList;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.nn.optim.OptimizerOptions;
import dev.coffey.nn.optim.ScheduleOptions;
import dev.coffey.nn.test.TestBench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MemoryTest {
  private final TestBench bench = TestBench.open(6);
  private final Run run = bench.run();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void tenThousandStepsLeaveTheNumberOfArraysAsItIs() {
    bench
        .workspace()
        .optimizer("student", OptimizerOptions.sgd(0.01, 0.9), ScheduleOptions.constant());
    Network student = run.build("student", linear(), ROW);
    Runnable step =
        () -> {
          NDArray x = rows(run);
          run.update("student", () -> loss(student, x), student);
        };
    bench.stepping(step);
    int before = bench.liveArrays();

    for (int i = 0; i < 10_000; i++) {
      bench.stepping(step);
    }

    assertThat(bench.liveArrays()).isEqualTo(before);
  }

  @Test
  void everyKindOfWorkLeavesNothingBehind() {
    bench
        .workspace()
        .optimizer(
            "student",
            OptimizerOptions.adamW(0.01, 0.1).withClipNorm(0.5),
            ScheduleOptions.constant());
    Network student = run.build("student", SmallNetworks.withStatistics(), ROW);
    Network shadow = student.shadow();
    NDArray bank = run.buffer("bank", new Shape(3, 2), Initializer.ONES);
    Runnable step =
        () -> {
          NDArray x = rows(run);
          NDArray target = run.infer(() -> logits(shadow, x, Mode.TRAIN));
          run.update(
              "student",
              () ->
                  logits(student, x, Mode.TRAIN)
                      .sub(target)
                      .square()
                      .mean()
                      .add(loss(student, x))
                      .add(bank.square().mean()),
              student);
          run.gradient(x, at -> logits(student, at, Mode.INFER).sum());
          shadow.follow(student, 0.9);
          bank.addi(1);
          bank.transpose();
        };
    bench.stepping(step);
    int before = bench.liveArrays();

    for (int i = 0; i < 20; i++) {
      bench.stepping(step);
    }

    assertThat(bench.liveArrays()).isEqualTo(before);
  }

  /** A table of latents: its first operand is the parameter, so results belong to its manager. */
  private static final class Latents extends AbstractBlock {
    private final Parameter table =
        addParameter(Parameter.builder().setName("table").setType(Parameter.Type.WEIGHT).build());

    @Override
    protected void prepare(Shape[] inputShapes) {
      table.setShape(new Shape(5, 2));
    }

    @Override
    protected NDList forwardInternal(
        ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
      NDArray x = inputs.head();
      NDArray rows = store.getValue(table, x.getDevice(), training).mul(2).square();
      return new NDList(rows);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
      return new Shape[] {new Shape(5, 2)};
    }
  }

  @Test
  void resultsComputedFromAWeightGoWithTheStepAndOutputsBelongToTheInput() {
    Network latents = run.build("latents", new Latents(), new Shape(1));
    Runnable step =
        () -> {
          NDArray x = run.scratch().ones(new Shape(1, 1));
          run.update(
              "student",
              () -> {
                NDArray rows = latents.forward(Tensors.of("x", x), Mode.TRAIN).get("output");
                assertThat(rows.getManager()).isSameAs(run.scratch());
                return rows.mean();
              },
              latents);
        };
    bench.stepping(step);
    int before = bench.liveArrays();

    bench.stepping(step);
    bench.stepping(step);

    assertThat(bench.liveArrays()).isEqualTo(before);
  }

  @Test
  void scratchIsClosedAfterTheStepEvenIfItFails() {
    int before = bench.step(bench::liveArrays);
    NDManager[] scratch = new NDManager[1];

    assertThatThrownBy(
            () ->
                bench.stepping(
                    () -> {
                      scratch[0] = run.scratch();
                      run.scratch().ones(new Shape(3));
                      throw new UnsupportedOperationException("a plugin's fault");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(scratch[0].isOpen()).isFalse();
    assertThat(bench.liveArrays()).isEqualTo(before);
  }

  @Test
  void scratchExistsOnlyInsideAStepAndStepsNest() {
    assertThatThrownBy(run::scratch)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("only inside a step");

    bench.stepping(
        () -> {
          NDManager outer = run.scratch();
          bench.stepping(() -> assertThat(run.scratch()).isNotSameAs(outer));
          assertThat(run.scratch()).isSameAs(outer);
        });
  }

  @Test
  void closingTheWorkspaceClosesEverything() {
    NDManager memory = run.memory();
    NDArray array = memory.ones(new Shape(2));

    bench.close();

    assertThat(memory.isOpen()).isFalse();
    assertThatThrownBy(array::toFloatArray).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(run::memory).hasMessage("the workspace is closed");
  }
}

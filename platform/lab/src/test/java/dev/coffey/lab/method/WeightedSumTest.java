package dev.coffey.lab.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Loss;
import dev.coffey.api.Network;
import dev.coffey.api.NoOptions;
import dev.coffey.api.NonFiniteLoss;
import dev.coffey.api.Progress;
import dev.coffey.api.Tensors;
import dev.coffey.nn.Workspace;
import dev.coffey.nn.block.Staged;
import dev.coffey.nn.engine.ClassPathEngine;
import dev.coffey.nn.optim.OptimizerOptions;
import dev.coffey.nn.optim.ScheduleOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WeightedSumTest {
  private static final Wiring LOGITS = new Wiring(Map.of("student", "student/logits"));

  private final Map<String, Double> reported = new LinkedHashMap<>();
  private final Workspace workspace =
      Workspace.open(
          new Workspace.Settings(
              new ClassPathEngine("mxnet"),
              "cpu",
              7,
              DataSpec.of(new Shape(2), 3),
              (String series, Progress at, double value) -> reported.put(series, value)));

  @AfterEach
  void close() {
    workspace.close();
  }

  @Test
  void reportsTheWeightedSumAndEachTermPerEpoch() {
    var sum =
        open(
            term("a", "2", logits -> logits.sum().mul(0).add(3)),
            term("b", "0.5", logits -> logits.sum().mul(0).add(4)));
    step(sum);
    step(sum);
    sum.endEpoch();
    assertThat(reported.get("train/loss")).isCloseTo(2 * 3 + 0.5 * 4, within(1e-6));
    assertThat(reported).containsEntry("train/a", 3.0).containsEntry("train/b", 4.0);
  }

  @Test
  void weightsFollowTheProgressOfTheStage() {
    var sum = open(term("a", "linear(4, 0)", logits -> logits.sum().mul(0).add(1)));
    step(sum);
    sum.endEpoch();
    assertThat(reported.get("train/loss")).isCloseTo(4, within(1e-6));
    workspace.advance(1, 5);
    step(sum);
    sum.endEpoch();
    assertThat(reported.get("train/loss")).isCloseTo(2, within(1e-6));
  }

  @Test
  void aLossThatIsNotFiniteIsNamed() {
    var sum =
        open(
            term("fine", "1", NDArray::sum),
            term("wild", "1", logits -> logits.sum().div(0).abs()));
    assertThatThrownBy(() -> step(sum))
        .isInstanceOf(NonFiniteLoss.class)
        .hasMessageContaining("loss 'wild'")
        .hasMessageContaining("step 1");
  }

  @Test
  void bookkeepingComesAfterTheStepWithTheSameInputs() {
    var seen = new ArrayList<Shape>();
    Loss.Term term =
        new Loss.Term() {
          @Override
          public NDArray value(Tensors inputs) {
            return inputs.get("student").sum();
          }

          @Override
          public void after(Tensors inputs) {
            seen.add(inputs.get("student").getShape());
          }
        };
    step(open(new WeightedTerm("a", Weight.parse("1"), LOGITS, term)));
    assertThat(seen).containsExactly(new Shape(4, 3));
  }

  private WeightedSum open(WeightedTerm... terms) {
    workspace.stage("distil", 10);
    workspace.optimizer("student", optimizer(), schedule());
    var run = workspace.view("student", options());
    Network student =
        run.build(
            "student",
            Staged.builder().add(Linear.builder().setUnits(3).build()).tap("logits").build(),
            new Shape(2));
    workspace.advance(1, 0);
    return new WeightedSum(run, (all, batch) -> all, List.of(student), List.of(terms));
  }

  private void step(WeightedSum sum) {
    workspace.step(
        () -> {
          var run = workspace.view("test", options());
          sum.step(Tensors.of("x", run.scratch().ones(new Shape(4, 2))));
          return null;
        });
  }

  private static WeightedTerm term(
      String name, String weight, java.util.function.UnaryOperator<NDArray> value) {
    return new WeightedTerm(
        name, Weight.parse(weight), LOGITS, inputs -> value.apply(inputs.get("student")));
  }

  private static OptimizerOptions optimizer() {
    return new dev.coffey.kernel.config.OptionBinder()
        .bind(dev.coffey.kernel.config.Settings.empty(), OptimizerOptions.class);
  }

  private static ScheduleOptions schedule() {
    return new dev.coffey.kernel.config.OptionBinder()
        .bind(dev.coffey.kernel.config.Settings.empty(), ScheduleOptions.class);
  }

  private static Workspace.OptionSource options() {
    return new Workspace.OptionSource() {
      @Override
      public <T extends Record> T get(Class<T> type) {
        return type.cast(new NoOptions());
      }
    };
  }
}

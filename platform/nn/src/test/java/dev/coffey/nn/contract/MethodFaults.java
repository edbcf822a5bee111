package dev.coffey.nn.contract;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import dev.coffey.api.Method;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.MethodContract;
import dev.coffey.nn.block.Staged;

final class MethodFaults {
  private static final Shape ROW = new Shape(2);

  private MethodFaults() {}

  private static void train(Run run, Network student, Tensors batch) {
    run.update(
        "student", () -> student.forward(batch, Mode.TRAIN).get("logits").square().mean(), student);
  }

  abstract static class Case extends MethodContract {
    @Override
    protected void prepare(Run run) {
      var block = Staged.builder().add(Linear.builder().setUnits(3).build()).tap("logits").build();
      run.build("student", block, ROW);
    }

    @Override
    protected Tensors batch(Run run) {
      return Tensors.of("x", run.scratch().create(new float[] {1, 2, 3, 4}, new Shape(2, 2)));
    }
  }

  @Finds({})
  static class Sound extends Case {
    @Override
    protected Method method() {
      return run -> batch -> train(run, run.network("student"), batch);
    }
  }

  @Finds("itTrainsTheStudent")
  static class OnlyLooks extends Case {
    @Override
    protected Method method() {
      return run -> batch -> run.network("student").forward(batch, Mode.INFER);
    }
  }

  @Finds("stepsLeaveNoArraysBehind")
  static class KeepsEveryBatch extends Case {
    @Override
    protected Method method() {
      return run ->
          batch -> {
            train(run, run.network("student"), batch);
            batch.get("x").duplicate().attach(run.memory());
          };
    }
  }

  @Finds({"runsInOtherThreadsDoNotDisturbIt", "aClosedRunLeavesNothingToTheNext"})
  static class KeepsTheFirstStudent extends Case {
    @Override
    protected Method method() {
      return new Method() {
        private Network first;

        @Override
        public synchronized Procedure open(Run run) {
          if (first == null) {
            first = run.network("student");
          }
          var student = first;
          return batch -> train(run, student, batch);
        }
      };
    }
  }
}

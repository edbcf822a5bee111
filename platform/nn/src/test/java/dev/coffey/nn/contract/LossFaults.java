package dev.coffey.nn.contract;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.initializer.Initializer;
import dev.coffey.api.Loss;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.LossContract;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

final class LossFaults {
  private LossFaults() {}

  private static NDArray distance(Tensors inputs) {
    return inputs.get("student").sub(inputs.get("teacher")).square().mean();
  }

  private static class Opening implements Loss {
    private final Function<Run, Loss.Term> how;

    Opening(Function<Run, Loss.Term> how) {
      this.how = how;
    }

    @Override
    public Map<String, String> inputs() {
      return Map.of("student", "student/logits", "teacher", "teacher/logits");
    }

    @Override
    public Term open(Run run) {
      return how.apply(run);
    }
  }

  abstract static class Case extends LossContract {
    /** Called for every service; what it gives is called for every run. */
    abstract Function<Run, Loss.Term> opening();

    @Override
    protected Loss loss() {
      return new Opening(opening());
    }

    @Override
    protected Tensors example(Run run) {
      return Tensors.of("student", run.scratch().create(new float[] {1, 2, 0}, new Shape(1, 3)))
          .with("teacher", run.scratch().create(new float[] {0, 3, 1}, new Shape(1, 3)));
    }
  }

  /** Has a state of every sort: a field, a buffer, random numbers. */
  private static class Weighing implements Loss.Term {
    private final Run run;
    private final NDArray total;
    private int steps;

    Weighing(Run run) {
      this.run = run;
      total = run.buffer("total", new Shape(1), Initializer.ZEROS);
    }

    @Override
    public NDArray value(Tensors inputs) {
      float weight = 1 + 0.1f * steps + total.toFloatArray()[0] + run.random().nextFloat();
      return distance(inputs).mul(weight);
    }

    @Override
    public void after(Tensors inputs) {
      steps++;
      total.addi(inputs.get("student").mean());
    }

    @Override
    public void save(OutputStream out) throws IOException {
      new DataOutputStream(out).writeInt(steps);
    }

    @Override
    public void load(InputStream in) throws IOException {
      steps = new DataInputStream(in).readInt();
    }
  }

  @Finds({})
  static class Sound extends Case {
    @Override
    Function<Run, Loss.Term> opening() {
      return Weighing::new;
    }

    @Override
    protected boolean drawsRandomNumbers() {
      return true;
    }
  }

  /** What isn't the same twice cannot agree with finite differences or a successor either. */
  @Finds({
    "theSeedDecidesWhatItGives",
    "runsInOtherThreadsDoNotDisturbIt",
    "aClosedRunLeavesNothingToTheNext",
    "itsGradientsAtTheStudentsOutputsAgreeWithFiniteDifferences",
    "anotherOneGoesOnWithTheSameValues"
  })
  static class StaticCounter extends Case {
    private static final AtomicInteger CALLS = new AtomicInteger();

    @Override
    Function<Run, Loss.Term> opening() {
      return run -> inputs -> distance(inputs).add(CALLS.incrementAndGet());
    }
  }

  @Finds("theSeedDecidesWhatItGives")
  static class IgnoresTheSeed extends Case {
    @Override
    Function<Run, Loss.Term> opening() {
      return run -> LossFaults::distance;
    }

    @Override
    protected boolean drawsRandomNumbers() {
      return true;
    }
  }

  @Finds("runsInOtherThreadsDoNotDisturbIt")
  static class SharesTheLatestRun extends Case {
    @Override
    Function<Run, Loss.Term> opening() {
      var latest = new float[1];
      return run -> {
        latest[0] = run.random().nextFloat();
        return inputs -> distance(inputs).mul(latest[0]);
      };
    }
  }

  @Finds("aClosedRunLeavesNothingToTheNext")
  static class KeepsTheFirstRunOfAThread extends Case {
    @Override
    Function<Run, Loss.Term> opening() {
      var first = new ThreadLocal<Float>();
      return run -> {
        if (first.get() == null) {
          first.set(run.random().nextFloat());
        }
        float scale = first.get();
        return inputs -> distance(inputs).mul(scale);
      };
    }
  }

  @Finds("stepsLeaveNoArraysBehind")
  static class KeepsEveryValue extends Case {
    @Override
    Function<Run, Loss.Term> opening() {
      return run ->
          inputs -> {
            var value = distance(inputs);
            value.duplicate().attach(run.memory());
            return value;
          };
    }
  }

  @Finds("itsGradientsAtTheStudentsOutputsAgreeWithFiniteDifferences")
  static class StopsHalfOfItsGradient extends Case {
    @Override
    Function<Run, Loss.Term> opening() {
      return run ->
          inputs -> {
            var student = inputs.get("student");
            return student.mul(student.stopGradient()).mean();
          };
    }
  }

  @Finds("itsValueIsAFiniteScalar")
  static class GivesARow extends Case {
    @Override
    Function<Run, Loss.Term> opening() {
      return run -> inputs -> distance(inputs).reshape(1);
    }
  }

  @Finds({"anotherOneGoesOnWithTheSameValues", "allThatIsSavedIsRead", "aTruncatedStateIsRefused"})
  static class LoadsNothing extends Case {
    @Override
    Function<Run, Loss.Term> opening() {
      return run ->
          new Weighing(run) {
            @Override
            public void load(InputStream in) {}
          };
    }
  }

  @Finds("anotherOneGoesOnWithTheSameValues")
  static class LoadsInVain extends Case {
    @Override
    Function<Run, Loss.Term> opening() {
      return run ->
          new Weighing(run) {
            @Override
            public void load(InputStream in) throws IOException {
              new DataInputStream(in).readInt();
            }
          };
    }
  }

  /** Nobody misses a byte that nobody reads. */
  @Finds({"allThatIsSavedIsRead", "aTruncatedStateIsRefused"})
  static class LeavesBytes extends Case {
    @Override
    Function<Run, Loss.Term> opening() {
      return run ->
          new Weighing(run) {
            @Override
            public void save(OutputStream out) throws IOException {
              super.save(out);
              out.write(1);
            }
          };
    }
  }

  @Finds("aTruncatedStateIsRefused")
  static class LoadsHalfAState extends Case {
    @Override
    Function<Run, Loss.Term> opening() {
      return run ->
          new Weighing(run) {
            @Override
            public void load(InputStream in) throws IOException {
              super.load(new ByteArrayInputStream(Arrays.copyOf(in.readAllBytes(), Integer.BYTES)));
            }
          };
    }
  }

  @Finds("savingLeavesTheStreamOpen")
  static class ClosesTheStream extends Case {
    @Override
    Function<Run, Loss.Term> opening() {
      return run ->
          new Weighing(run) {
            @Override
            public void save(OutputStream out) throws IOException {
              super.save(out);
              out.close();
            }
          };
    }
  }

  @Finds("itsInputsComeFromStudentTeacherOrBatch")
  static class ReadsFromNowhere extends Case {
    @Override
    protected Loss loss() {
      return new Opening(opening()) {
        @Override
        public Map<String, String> inputs() {
          return Map.of("student", "pupil/logits", "teacher", "teacher/logits");
        }
      };
    }

    @Override
    Function<Run, Loss.Term> opening() {
      return run -> LossFaults::distance;
    }
  }

  @Finds("itsInputsAreThoseOfTheExample")
  static class IsGivenMore extends Case {
    @Override
    protected Tensors example(Run run) {
      return super.example(run).with("weights", run.scratch().create(1f));
    }

    @Override
    Function<Run, Loss.Term> opening() {
      return run -> LossFaults::distance;
    }
  }
}

package dev.coffey.nn.contract;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Composer;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.ComposerContract;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

final class ComposerFaults {
  private ComposerFaults() {}

  abstract static class Case extends ComposerContract {
    abstract Composer.Mixer opened(Run run);

    @Override
    protected Composer composer() {
      return this::opened;
    }

    @Override
    protected Tensors batch(Run run) {
      return Tensors.of("x", run.scratch().create(new float[] {1, 2, 3, 4}, new Shape(2, 2)));
    }
  }

  /** Multiplies by a random number and by the number of steps so far. */
  private static class Scaling implements Composer.Mixer {
    private final Run run;
    private int steps;

    Scaling(Run run) {
      this.run = run;
    }

    @Override
    public Tensors compose(Tensors batch) {
      steps++;
      return batch.with("x", batch.get("x").mul(steps * run.random().nextFloat()));
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
    Composer.Mixer opened(Run run) {
      return new Scaling(run);
    }

    @Override
    protected boolean drawsRandomNumbers() {
      return true;
    }
  }

  @Finds("stepsLeaveNoArraysBehind")
  static class KeepsEveryBatch extends Case {
    @Override
    Composer.Mixer opened(Run run) {
      return batch -> {
        batch.get("x").duplicate().attach(run.memory());
        return batch;
      };
    }
  }

  @Finds("itLeavesTheArraysItIsGivenAsTheyAre")
  static class WritesIntoTheBatch extends Case {
    @Override
    Composer.Mixer opened(Run run) {
      return batch -> {
        batch.get("x").addi(1);
        return batch;
      };
    }
  }

  @Finds("itMakesABatchToTrainOn")
  static class ComposesNoNumbers extends Case {
    @Override
    Composer.Mixer opened(Run run) {
      return batch -> batch.with("x", batch.get("x").mul(Float.NaN));
    }
  }

  @Finds({"anotherOneGoesOnWithTheSameValues", "allThatIsSavedIsRead", "aTruncatedStateIsRefused"})
  static class LoadsNothing extends Case {
    @Override
    Composer.Mixer opened(Run run) {
      return new Scaling(run) {
        @Override
        public void load(InputStream in) {}
      };
    }
  }
}

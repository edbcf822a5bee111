package dev.coffey.nn.contract;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Classifier;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Dataset.Source;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.ClassifierContract;
import dev.coffey.nn.data.ByteImages;
import java.util.function.UnaryOperator;

final class ClassifierFaults {
  private ClassifierFaults() {}

  abstract static class Case extends ClassifierContract {
    @Override
    protected Source train(Run run) {
      return new ByteImages(
          run,
          DataSpec.of(new Shape(1, 1, 1), 2),
          new byte[] {0, 100, 10, 110},
          new int[] {0, 1, 0, 1},
          new long[] {0, 1, 2, 3});
    }
  }

  /** Decides by the mean of all pixels. */
  private static class Threshold implements Classifier.Judge {
    private float threshold;

    void learn(float mean) {
      threshold = mean;
    }

    @Override
    public void fit(Source train, UnaryOperator<Tensors> features) {
      train
          .batches(Math.toIntExact(train.size()), null)
          .forEachRemaining(batch -> learn(features.apply(batch).get("x").mean().getFloat()));
    }

    @Override
    public Tensors predict(Tensors batch) {
      NDArray above = batch.get("x").reshape(-1, 1).sub(threshold);
      return Tensors.of("logits", above.neg().concat(above, 1));
    }
  }

  @Finds({})
  static class Sound extends Case {
    @Override
    protected Classifier classifier() {
      return run -> new Threshold();
    }
  }

  @Finds("itLearnsMoreThanChance")
  static class LearnsNothing extends Case {
    @Override
    protected Classifier classifier() {
      return run ->
          new Threshold() {
            @Override
            void learn(float mean) {}
          };
    }
  }

  @Finds({"theSeedDecidesWhatItGives"})
  static class IgnoresTheSeed extends Case {
    @Override
    protected Classifier classifier() {
      return run -> new Threshold();
    }

    @Override
    protected boolean drawsRandomNumbers() {
      return true;
    }
  }

  @Finds("stepsLeaveNoArraysBehind")
  static class KeepsEveryDecision extends Case {
    @Override
    protected Classifier classifier() {
      return run ->
          new Threshold() {
            @Override
            public Tensors predict(Tensors batch) {
              batch.get("x").duplicate().attach(run.memory());
              return super.predict(batch);
            }
          };
    }
  }

  @Finds("itGivesOneFiniteLogitASampleAndClass")
  static class HasAClassTooMany extends Case {
    @Override
    protected Classifier classifier() {
      return run ->
          new Threshold() {
            @Override
            public Tensors predict(Tensors batch) {
              NDArray logits = super.predict(batch).get("logits");
              return Tensors.of("logits", logits.concat(logits, 1));
            }
          };
    }
  }
}

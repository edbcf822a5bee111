package dev.coffey.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Classifier;
import dev.coffey.api.Dataset.Source;
import dev.coffey.api.Plugin;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every {@link Classifier} keeps. */
public abstract class ClassifierContract extends PluginContract {
  /** The classifier under test. */
  protected abstract Classifier classifier();

  /** A few labelled samples that are easy to tell apart; indices 0 … size − 1. */
  protected abstract Source train(Run run);

  /** Makes features of a batch; the batch itself here. */
  protected Tensors features(Tensors batch) {
    return batch;
  }

  @Override
  final Plugin service() {
    return classifier();
  }

  @Test
  void itGivesOneFiniteLogitASampleAndClass() {
    try (var session = open(SEED)) {
      var source = train(session.run());
      var judge = fitted(session, source);

      var shape =
          session.step(
              () -> {
                var logits = judge.predict(features(all(source))).get("logits");
                assertThat(Examples.finite(logits)).isTrue();
                return logits.getShape();
              });

      assertThat(shape).isEqualTo(new Shape(source.size(), source.spec().classes()));
    }
  }

  @Test
  void itLearnsMoreThanChance() {
    try (var session = open(SEED)) {
      var source = train(session.run());
      var judge = fitted(session, source);

      var right =
          session.step(
              () -> {
                var batch = all(source);
                var decided = judge.predict(features(batch)).get("logits").argMax(1).toLongArray();
                var labels = batch.get("y").toIntArray();
                return LongStream.range(0, labels.length)
                    .filter(i -> decided[(int) i] == labels[(int) i])
                    .count();
              });

      assertThat((double) right / source.size()).isGreaterThan(1.5 / source.spec().classes());
    }
  }

  @Test
  void theSameSeedDecidesTheSame() {
    assertThat(decisions()).isEqualTo(decisions());
  }

  private float[] decisions() {
    try (var session = open(SEED)) {
      var source = train(session.run());
      var judge = fitted(session, source);
      return session.step(() -> judge.predict(features(all(source))).get("logits").toFloatArray());
    }
  }

  private Classifier.Judge fitted(RunSource.Session session, Source source) {
    var judge = classifier().open(session.run());
    UnaryOperator<Tensors> features = this::features;
    session.step(
        () -> {
          judge.fit(source, features);
          return true;
        });
    return judge;
  }

  private static Tensors all(Source source) {
    return source.rows(LongStream.range(0, source.size()).toArray());
  }
}

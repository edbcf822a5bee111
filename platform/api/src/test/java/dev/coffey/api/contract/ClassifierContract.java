package dev.coffey.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Classifier;
import dev.coffey.api.Dataset.Source;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every {@link Classifier} keeps. */
public abstract class ClassifierContract
    extends FactoryContract<Classifier, ClassifierContract.Fitted> {
  /** A classifier that has learned from {@code train}. */
  record Fitted(Classifier.Judge judge, Source train) {
    Tensors all() {
      return train.rows(LongStream.range(0, train.size()).toArray());
    }
  }

  /** The classifier under test. */
  protected abstract Classifier classifier();

  /** A few labelled samples that are easy to tell apart; indices 0 … size − 1. */
  protected abstract Source train(Run run);

  /** Makes features of a batch; the batch itself here. */
  protected Tensors features(Tensors batch) {
    return batch;
  }

  @Override
  final Classifier service() {
    return classifier();
  }

  @Override
  final Fitted opened(Classifier service, RunSource.Session session) {
    var source = train(session.run());
    var judge = service.open(session.run());
    UnaryOperator<Tensors> features = this::features;
    session.step(
        () -> {
          judge.fit(source, features);
          return true;
        });
    return new Fitted(judge, source);
  }

  @Override
  final String step(Fitted fitted, RunSource.Session session) {
    return session.step(() -> Examples.fingerprint(logits(fitted, fitted.all())));
  }

  @Test
  void itGivesOneFiniteLogitASampleAndClass() {
    try (var session = open(SEED)) {
      var fitted = opened(classifier(), session);

      var shape =
          session.step(
              () -> {
                var logits = logits(fitted, fitted.all());
                assertThat(Examples.finite(logits)).isTrue();
                return logits.getShape();
              });

      var train = fitted.train();
      assertThat(shape).isEqualTo(new Shape(train.size(), train.spec().classes()));
    }
  }

  @Test
  void itLearnsMoreThanChance() {
    try (var session = open(SEED)) {
      var fitted = opened(classifier(), session);

      var right =
          session.step(
              () -> {
                var batch = fitted.all();
                var decided = logits(fitted, batch).argMax(1).toLongArray();
                var labels = batch.get("y").toIntArray();
                return LongStream.range(0, labels.length)
                    .filter(i -> decided[(int) i] == labels[(int) i])
                    .count();
              });

      var train = fitted.train();
      assertThat((double) right / train.size()).isGreaterThan(1.5 / train.spec().classes());
    }
  }

  private NDArray logits(Fitted fitted, Tensors batch) {
    return fitted.judge().predict(features(batch)).get("logits");
  }
}

package dev.coffey.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffey.api.Method;
import dev.coffey.api.Plugin;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Method} keeps. */
public abstract class MethodContract extends PluginContract {
  private static final int STEPS = 20;

  /** The method under test. */
  protected abstract Method method();

  /** Builds what it expects to find in the run: a network {@code student}, mostly a teacher too. */
  protected abstract void prepare(Run run);

  /** A composed batch to train on, in {@link Run#scratch()}; the same at every call. */
  protected abstract Tensors batch(Run run);

  @Override
  final Plugin service() {
    return method();
  }

  @Test
  void itTrainsTheStudent() {
    try (var session = open(SEED)) {
      prepare(session.run());
      var procedure = method().open(session.run());
      var before = Examples.weights(session.run().network("student"));

      step(session, procedure);
      procedure.endEpoch();

      assertThat(Examples.weights(session.run().network("student"))).isNotEqualTo(before);
    }
  }

  @Test
  void theSameSeedTrainsTheSame() {
    assertThat(trained()).isEqualTo(trained());
  }

  @Test
  void stepsLeaveNoArraysBehind() {
    try (var session = open(SEED)) {
      prepare(session.run());
      var procedure = method().open(session.run());
      step(session, procedure);
      var before = session.liveArrays();

      IntStream.range(0, STEPS).forEach(i -> step(session, procedure));

      assertThat(session.liveArrays()).isEqualTo(before);
    }
  }

  private byte[] trained() {
    try (var session = open(SEED)) {
      prepare(session.run());
      var procedure = method().open(session.run());
      IntStream.range(0, 3).forEach(i -> step(session, procedure));
      return Examples.weights(session.run().network("student"));
    }
  }

  private boolean step(RunSource.Session session, Method.Procedure procedure) {
    return session.step(
        () -> {
          procedure.step(batch(session.run()));
          return true;
        });
  }
}

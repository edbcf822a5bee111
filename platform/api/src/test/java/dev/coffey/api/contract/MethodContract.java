package dev.coffey.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffey.api.Method;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import org.junit.jupiter.api.Test;

/** What every {@link Method} keeps. */
public abstract class MethodContract extends FactoryContract<Method, Method.Procedure> {
  /** The method under test. */
  protected abstract Method method();

  /** Builds what it expects to find in the run: a network {@code student}, mostly a teacher too. */
  protected abstract void prepare(Run run);

  /** A composed batch to train on, in {@link Run#scratch()}; the same at every call. */
  protected abstract Tensors batch(Run run);

  @Override
  final Method service() {
    return method();
  }

  @Override
  final Method.Procedure opened(Method service, RunSource.Session session) {
    prepare(session.run());
    return service.open(session.run());
  }

  @Override
  final String step(Method.Procedure procedure, RunSource.Session session) {
    return session.step(
        () -> {
          procedure.step(batch(session.run()));
          return Examples.fingerprint(Examples.weights(session.run().network("student")));
        });
  }

  @Test
  void itTrainsTheStudent() {
    try (var session = open(SEED)) {
      var procedure = opened(method(), session);
      var before = Examples.weights(session.run().network("student"));

      step(procedure, session);
      session.step(
          () -> {
            procedure.endEpoch();
            return true;
          });

      assertThat(Examples.weights(session.run().network("student"))).isNotEqualTo(before);
    }
  }
}

package dev.coffey.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Teacher;
import dev.coffey.api.Tensors;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What every {@link Teacher} keeps. */
public abstract class TeacherContract extends FactoryContract<Teacher, List<Network>> {
  private static final int BATCH = 3;

  /** The teacher under test. */
  protected abstract Teacher teacher();

  /** An input for the first network, in {@link Run#scratch()}. Images of {@link #data()} here. */
  protected Tensors example(Run run) {
    return Tensors.of(
        "x", Examples.uniform(run.scratch(), new Shape(BATCH).addAll(data().input())));
  }

  @Override
  final Teacher service() {
    return teacher();
  }

  @Override
  final List<Network> opened(Teacher service, RunSource.Session session) {
    return service.open(session.run());
  }

  @Override
  final Map<String, String> step(List<Network> networks, RunSource.Session session) {
    var run = session.run();
    return session.step(
        () ->
            run.infer(
                () -> Examples.fingerprints(networks.get(0).forward(example(run), Mode.INFER))));
  }

  @Test
  void itsFirstNetworkIsTheTeacher() {
    try (var session = open(SEED)) {
      var roles = teacher().open(session.run()).stream().map(Network::role).toList();

      assertThat(roles).isNotEmpty().doesNotHaveDuplicates();
      assertThat(roles.get(0)).isEqualTo("teacher");
    }
  }

  @Test
  void itAnswersTheSameTwiceAndInEveryRun() {
    try (var session = open(SEED);
        var other = open(OTHER_SEED)) {
      var networks = teacher().open(session.run());
      var answers = step(networks, session);

      assertThat(step(networks, session)).isEqualTo(answers);
      assertThat(step(teacher().open(other.run()), other)).isEqualTo(answers);
    }
  }

  @Test
  void gradientsThroughItLeaveItAsItIs() {
    try (var session = open(SEED)) {
      var network = teacher().open(session.run()).get(0);
      var before = Examples.weights(network);

      var finite =
          withScalar(
              session,
              network,
              (at, scalar) -> Examples.finite(session.run().gradient(at, scalar)));

      assertThat(finite).isTrue();
      assertThat(Examples.weights(network)).isEqualTo(before);
    }
  }

  @Test
  void gradientsThroughItAgreeWithFiniteDifferences() {
    try (var session = open(SEED)) {
      withScalar(
          session,
          teacher().open(session.run()).get(0),
          (at, scalar) -> {
            Slopes.compare(session.run(), at, scalar);
            return true;
          });
    }
  }

  /** In a step: {@code body} gets the first input, and a number that the first tap makes of it. */
  private <T> T withScalar(
      RunSource.Session session,
      Network network,
      BiFunction<NDArray, UnaryOperator<NDArray>, T> body) {
    return session.step(
        () -> {
          var inputs = example(session.run());
          var name = inputs.names().iterator().next();
          var tap = network.taps().keySet().iterator().next();
          return body.apply(
              inputs.get(name),
              at -> Examples.mixed(network.forward(inputs.with(name, at), Mode.INFER).get(tap)));
        });
  }
}

package dev.coffey.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Student;
import dev.coffey.api.Tensors;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link Student} that classifies keeps, for the data of {@link #data()}. */
public abstract class StudentContract extends FactoryContract<Student, List<Network>> {
  private static final int BATCH = 3;

  /** The student under test. */
  protected abstract Student student();

  @Override
  final Student service() {
    return student();
  }

  @Override
  final List<Network> opened(Student service, RunSource.Session session) {
    return service.open(session.run());
  }

  @Override
  final List<String> step(List<Network> networks, RunSource.Session session) {
    var run = session.run();
    return session.step(
        () ->
            Stream.concat(
                    networks.stream().map(Examples::weights).map(Examples::fingerprint),
                    Stream.of(Mode.values())
                        .map(mode -> run.infer(() -> logits(networks.get(0), images(run), mode)))
                        .map(Examples::fingerprint))
                .toList());
  }

  @Test
  void itsFirstNetworkIsTheStudentAndTheOthersAreNamedAfterIt() {
    try (var session = open(SEED)) {
      var roles = student().open(session.run()).stream().map(Network::role).toList();

      assertThat(roles).isNotEmpty().doesNotHaveDuplicates();
      assertThat(roles.get(0)).isEqualTo("student");
      assertThat(roles.subList(1, roles.size())).allMatch(role -> role.startsWith("student."));
    }
  }

  @Test
  void itHasParametersAndOneLogitAClass() {
    try (var session = open(SEED)) {
      var network = student().open(session.run()).get(0);

      assertThat(network.taps()).containsEntry("logits", new Shape(data().classes()));
      assertThat(network.parameters()).isPositive();
      assertThat(network.multiplyAdds()).isPositive();
    }
  }

  @ParameterizedTest
  @EnumSource
  void itsOutputsAreFiniteAndOfTheShapesItDeclares(Mode mode) {
    try (var session = open(SEED)) {
      var run = session.run();
      var network = student().open(run).get(0);

      var outputs =
          session.step(
              () -> {
                var tensors = run.infer(() -> network.forward(Tensors.of("x", images(run)), mode));
                network
                    .taps()
                    .forEach(
                        (tap, shape) -> {
                          assertThat(tensors.get(tap).getShape())
                              .as(tap)
                              .isEqualTo(new Shape(BATCH).addAll(shape));
                          assertThat(Examples.finite(tensors.get(tap))).as(tap).isTrue();
                        });
                return tensors.names();
              });

      assertThat(outputs).containsAll(network.taps().keySet());
    }
  }

  @Test
  void gradientsReachItsInput() {
    try (var session = open(SEED)) {
      var run = session.run();
      var network = student().open(run).get(0);

      var reached =
          session.step(
              () -> {
                var gradient =
                    run.gradient(
                        images(run), at -> Examples.mixed(logits(network, at, Mode.INFER)));
                return Examples.finite(gradient) && gradient.abs().max().getFloat() > 0;
              });

      assertThat(reached).isTrue();
    }
  }

  @Test
  void itsGradientAgreesWithFiniteDifferences() {
    try (var session = open(SEED)) {
      var run = session.run();
      var network = student().open(run).get(0);

      session.step(
          () -> {
            Slopes.compare(run, images(run), at -> Examples.mixed(logits(network, at, Mode.INFER)));
            return true;
          });
    }
  }

  @Test
  void theSeedDecidesTheWeights() {
    assertThat(weights(SEED)).isEqualTo(weights(SEED)).isNotEqualTo(weights(OTHER_SEED));
  }

  @Test
  void whatIsSavedCanBeLoaded() throws IOException {
    var saved = weights(SEED);
    try (var session = open(OTHER_SEED)) {
      var network = student().open(session.run()).get(0);

      network.load(new ByteArrayInputStream(saved));

      assertThat(Examples.weights(network)).isEqualTo(saved);
      assertThat(answer(session, network)).isEqualTo(answer(SEED));
    }
  }

  private byte[] weights(long seed) {
    try (var session = open(seed)) {
      return Examples.weights(student().open(session.run()).get(0));
    }
  }

  private float[] answer(long seed) {
    try (var session = open(seed)) {
      return answer(session, student().open(session.run()).get(0));
    }
  }

  private float[] answer(RunSource.Session session, Network network) {
    var run = session.run();
    return session.step(
        () -> run.infer(() -> logits(network, images(run), Mode.INFER).toFloatArray()));
  }

  private NDArray images(Run run) {
    return Examples.uniform(run.scratch(), new Shape(BATCH).addAll(data().input()));
  }

  private static NDArray logits(Network network, NDArray x, Mode mode) {
    return network.forward(Tensors.of("x", x), mode).get("logits");
  }
}

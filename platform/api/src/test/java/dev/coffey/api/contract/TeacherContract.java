package dev.coffey.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Plugin;
import dev.coffey.api.Run;
import dev.coffey.api.Teacher;
import dev.coffey.api.Tensors;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What every {@link Teacher} keeps. */
public abstract class TeacherContract extends PluginContract {
  private static final int BATCH = 3;

  /** The teacher under test. */
  protected abstract Teacher teacher();

  /** An input for the first network, in {@link Run#scratch()}. Images of {@link #data()} here. */
  protected Tensors example(Run run) {
    return Tensors.of(
        "x", Examples.uniform(run.scratch(), new Shape(BATCH).addAll(data().input())));
  }

  @Override
  final Plugin service() {
    return teacher();
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
      var network = teacher().open(session.run()).get(0);
      var answers = answers(session, network);

      assertThat(answers(session, network)).isEqualTo(answers);
      assertThat(answers(other, teacher().open(other.run()).get(0))).isEqualTo(answers);
    }
  }

  @Test
  void gradientsThroughItLeaveItAsItIs() {
    try (var session = open(SEED)) {
      var run = session.run();
      var network = teacher().open(run).get(0);
      var tap = network.taps().keySet().iterator().next();
      var before = Examples.weights(network);

      var finite =
          session.step(
              () -> {
                var inputs = example(run);
                var name = inputs.names().iterator().next();
                return Examples.finite(
                    run.gradient(
                        inputs.get(name),
                        at -> network.forward(inputs.with(name, at), Mode.INFER).get(tap).mean()));
              });

      assertThat(finite).isTrue();
      assertThat(Examples.weights(network)).isEqualTo(before);
    }
  }

  /** Tap → hash of its values: equal for equal answers, and short where they differ. */
  private Map<String, Integer> answers(RunSource.Session session, Network network) {
    var run = session.run();
    return session.step(
        () ->
            run.infer(
                () -> {
                  var outputs = network.forward(example(run), Mode.INFER);
                  var answers = new TreeMap<String, Integer>();
                  for (var tap : network.taps().keySet()) {
                    answers.put(tap, Arrays.hashCode(outputs.get(tap).toFloatArray()));
                  }
                  return answers;
                }));
  }
}

package dev.coffey.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffey.api.Composer;
import dev.coffey.api.Plugin;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Composer} keeps. */
public abstract class ComposerContract extends PluginContract {
  private static final int STEPS = 20;

  /** The composer under test. */
  protected abstract Composer composer();

  /** A small batch for it, in {@link Run#scratch()}; empty for a data-free composer. */
  protected abstract Tensors batch(Run run);

  /** Makes what the composer expects to find in the run, a teacher for instance. */
  protected void prepare(Run run) {}

  @Override
  final Plugin service() {
    return composer();
  }

  @Test
  void itMakesABatchToTrainOn() {
    try (var session = open(SEED)) {
      var mixer = opened(session);

      var rows =
          session.step(
              () -> {
                var composed = mixer.compose(batch(session.run()));
                assertThat(Examples.finite(composed.get("x"))).isTrue();
                composed
                    .find("y")
                    .ifPresent(
                        labels ->
                            assertThat(labels.getShape().get(0))
                                .isEqualTo(composed.get("x").getShape().get(0)));
                return composed.get("x").getShape().get(0);
              });

      assertThat(rows).isPositive();
    }
  }

  @Test
  void itLeavesTheArraysItIsGivenAsTheyAre() {
    try (var session = open(SEED)) {
      var mixer = opened(session);
      session.step(
          () -> {
            var batch = batch(session.run());
            var before = bytes(batch);
            mixer.compose(batch);
            assertThat(bytes(batch)).usingRecursiveComparison().isEqualTo(before);
            return true;
          });
    }
  }

  @Test
  void theSameSeedComposesTheSame() {
    assertThat(composed()).usingRecursiveComparison().isEqualTo(composed());
  }

  @Test
  void stepsLeaveNoArraysBehind() {
    try (var session = open(SEED)) {
      var mixer = opened(session);
      session.step(() -> mixer.compose(batch(session.run())));
      var before = session.liveArrays();

      IntStream.range(0, STEPS)
          .forEach(i -> session.step(() -> mixer.compose(batch(session.run()))));

      assertThat(session.liveArrays()).isEqualTo(before);
    }
  }

  private Composer.Mixer opened(RunSource.Session session) {
    prepare(session.run());
    return composer().open(session.run());
  }

  private Map<String, byte[]> composed() {
    try (var session = open(SEED)) {
      var mixer = opened(session);
      return session.step(() -> bytes(mixer.compose(batch(session.run()))));
    }
  }

  private static Map<String, byte[]> bytes(Tensors tensors) {
    var bytes = new TreeMap<String, byte[]>();
    tensors.names().forEach(name -> bytes.put(name, tensors.get(name).toByteArray()));
    return bytes;
  }
}

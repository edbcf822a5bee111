package dev.coffey.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffey.api.Composer;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link Composer} keeps. */
public abstract class ComposerContract extends HandOverContract<Composer, Composer.Mixer> {
  /** The composer under test. */
  protected abstract Composer composer();

  /** A small batch for it, in {@link Run#scratch()}; empty for a data-free composer. */
  protected abstract Tensors batch(Run run);

  /** Name of what it makes; a composer that works on parts of images doesn't make {@code x}. */
  protected String makes() {
    return "x";
  }

  /** Makes what the composer expects to find in the run, a teacher for instance. */
  protected void prepare(Run run) {}

  @Override
  final Composer service() {
    return composer();
  }

  @Override
  final Composer.Mixer opened(Composer service, RunSource.Session session) {
    prepare(session.run());
    return service.open(session.run());
  }

  @Override
  final Map<String, String> step(Composer.Mixer mixer, RunSource.Session session) {
    return session.step(() -> Examples.fingerprints(mixer.compose(batch(session.run()))));
  }

  @Override
  final void save(Composer.Mixer mixer, OutputStream out) throws IOException {
    mixer.save(out);
  }

  @Override
  final void load(Composer.Mixer mixer, InputStream in) throws IOException {
    mixer.load(in);
  }

  @Test
  void itMakesABatchToTrainOn() {
    try (var session = open(SEED)) {
      var mixer = opened(composer(), session);

      var rows =
          session.step(
              () -> {
                var composed = mixer.compose(batch(session.run()));
                var made = composed.get(makes());
                assertThat(Examples.finite(made)).isTrue();
                composed
                    .find("y")
                    .ifPresent(
                        labels ->
                            assertThat(labels.getShape().get(0)).isEqualTo(made.getShape().get(0)));
                return made.getShape().get(0);
              });

      assertThat(rows).isPositive();
    }
  }

  @Test
  void itLeavesTheArraysItIsGivenAsTheyAre() {
    try (var session = open(SEED)) {
      var mixer = opened(composer(), session);
      session.step(
          () -> {
            var batch = batch(session.run());
            var before = Examples.fingerprints(batch);
            mixer.compose(batch);
            assertThat(Examples.fingerprints(batch)).isEqualTo(before);
            return true;
          });
    }
  }
}

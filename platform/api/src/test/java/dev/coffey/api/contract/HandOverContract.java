package dev.coffey.api.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffey.api.Plugin;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What services keep whose place in a running run another version may take: the other one goes on
 * with the same values. Extend the contract of the service's own kind instead.
 *
 * @param <S> the kind of service
 * @param <W> what it makes for a run
 */
public abstract class HandOverContract<S extends Plugin, W> extends FactoryContract<S, W> {
  private static final int STEPS = 3;

  /** Writes the state in the fields of {@code work}. */
  abstract void save(W work, OutputStream out) throws IOException;

  /** Reads what {@link #save} wrote. */
  abstract void load(W work, InputStream in) throws IOException;

  /** Where a run stands: what the kernel keeps of it, and what the service wrote. */
  private static final class State {
    private final byte[] run;
    private final byte[] saved;

    private State(byte[] run, byte[] saved) {
      this.run = run;
      this.saved = saved;
    }
  }

  @Test
  void anotherOneGoesOnWithTheSameValues() throws IOException {
    try (var session = open(SEED)) {
      var work = opened(service(), session);
      var state = afterSomeSteps(work, session);
      var expected = step(work, session);

      try (var next = open(SEED)) {
        var successor = opened(service(), next);
        next.resume(state.run);
        load(successor, new ByteArrayInputStream(state.saved));

        assertThat(step(successor, next)).isEqualTo(expected);
      }
    }
  }

  @Test
  void allThatIsSavedIsRead() throws IOException {
    var state = afterSomeSteps();

    assertThat(left(state, state.saved.length)).as("bytes left unread").isZero();
  }

  @Test
  void aTruncatedStateIsRefused() throws IOException {
    var state = afterSomeSteps();
    var length = state.saved.length;

    assertThat(IntStream.of(0, length / 2, length - 1).distinct())
        .filteredOn(shorter -> 0 <= shorter && shorter < length)
        .allSatisfy(
            shorter ->
                assertThatThrownBy(() -> left(state, shorter))
                    .as("%d of %d bytes", shorter, length)
                    .isInstanceOf(IOException.class));
  }

  @Test
  void savingLeavesTheStreamOpen() throws IOException {
    try (var session = open(SEED)) {
      var work = opened(service(), session);
      step(work, session);

      save(work, new Unclosable());
    }
  }

  private State afterSomeSteps() throws IOException {
    try (var session = open(SEED)) {
      return afterSomeSteps(opened(service(), session), session);
    }
  }

  private State afterSomeSteps(W work, RunSource.Session session) throws IOException {
    IntStream.range(0, STEPS).forEach(i -> step(work, session));
    var run = session.checkpoint();
    var saved = new ByteArrayOutputStream();
    save(work, saved);
    return new State(run, saved.toByteArray());
  }

  /** Bytes that a new one leaves unread of the first {@code length} bytes of what was saved. */
  private int left(State state, int length) throws IOException {
    try (var session = open(SEED)) {
      var successor = opened(service(), session);
      session.resume(state.run);
      var in = new ByteArrayInputStream(Arrays.copyOf(state.saved, length));
      load(successor, in);
      return in.available();
    }
  }

  private static final class Unclosable extends ByteArrayOutputStream {
    @Override
    public void close() {
      throw new AssertionError("the stream was closed");
    }
  }
}

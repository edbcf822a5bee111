package dev.coffey.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffey.api.Plugin;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every service keeps that is opened in a run: it is a stateless, thread-safe factory, and the
 * run alone decides what it gives. Extend the contract of the service's own kind instead.
 *
 * @param <S> the kind of service
 * @param <W> what it makes for a run
 */
public abstract class FactoryContract<S extends Plugin, W> extends PluginContract {
  private static final int STEPS = 3;
  private static final int FURTHER_STEPS = 10;

  /**
   * The service under test. Where the test makes a new one at every call, state that it keeps in
   * fields is found.
   */
  @Override
  abstract S service();

  /** Opens {@code service} in the session's run. */
  abstract W opened(S service, RunSource.Session session);

  /** Takes one step; equal answers mean that all it gave was equal to the bit. */
  abstract Object step(W work, RunSource.Session session);

  /**
   * Whether it draws random numbers, so that another seed must give other values. Say so if it
   * does; else other seeds aren't looked at.
   */
  protected boolean drawsRandomNumbers() {
    return false;
  }

  @Test
  void theSeedDecidesWhatItGives() {
    var values = values(service(), SEED);

    assertThat(values(service(), SEED)).isEqualTo(values);
    if (drawsRandomNumbers()) {
      assertThat(values(service(), OTHER_SEED)).isNotEqualTo(values);
    }
  }

  @Test
  void runsInOtherThreadsDoNotDisturbIt() throws Exception {
    var alone = List.of(values(service(), SEED), values(service(), OTHER_SEED));
    var shared = service();
    var threads =
        Stream.of(SEED, OTHER_SEED)
            .<LockStep.Task<List<Object>>>map(seed -> step -> values(shared, seed, step))
            .toList();

    // In turns first: arrays that one thread takes from another's run end the JVM if used at once.
    assertThat(LockStep.inTurns(threads)).isEqualTo(alone);
    assertThat(LockStep.atOnce(threads)).isEqualTo(alone);
  }

  @Test
  void aClosedRunLeavesNothingToTheNext() {
    var service = service();
    values(service, OTHER_SEED);

    assertThat(values(service, SEED)).isEqualTo(values(service(), SEED));
  }

  @Test
  void stepsLeaveNoArraysBehind() {
    try (var session = open(SEED)) {
      var work = opened(service(), session);
      step(work, session);
      var before = session.liveArrays();

      IntStream.range(0, FURTHER_STEPS).forEach(i -> step(work, session));

      assertThat(session.liveArrays()).as("arrays alive").isEqualTo(before);
    }
  }

  private List<Object> values(S service, long seed) {
    return values(service, seed, LockStep.alone());
  }

  private List<Object> values(S service, long seed, LockStep all) {
    try (var session = open(seed)) {
      var work = all.next(() -> opened(service, session));
      var values = new ArrayList<Object>();
      for (int i = 0; i < STEPS; i++) {
        values.add(all.next(() -> step(work, session)));
      }
      return all.next(() -> values);
    }
  }
}

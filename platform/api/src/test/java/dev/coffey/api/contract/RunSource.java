package dev.coffey.api.contract;

import dev.coffey.api.DataSpec;
import dev.coffey.api.Run;
import java.util.function.Supplier;

/**
 * Gives the contract tests a run on some engine. Found by {@link java.util.ServiceLoader}; the test
 * artefact of {@code coffey-nn} brings one for MXNet.
 */
public interface RunSource {
  /**
   * Opens a run in the calling thread, with a stage begun in which {@link Run#update} works.
   * Networks built through its view keep exactly the roles they are given.
   *
   * @param seed decides all random numbers of the run
   * @param data what {@link Run#data()} answers
   * @param options what {@link Run#options(Class)} answers
   */
  Session open(long seed, DataSpec data, Record options);

  /** One open run. Used by the thread that opened it only. */
  interface Session extends AutoCloseable {
    /** The run as a plugin sees it. */
    Run run();

    /** Evaluates {@code body} as one step, with a fresh {@link Run#scratch()} closed afterwards. */
    <T> T step(Supplier<T> body);

    /** Number of arrays alive in {@link Run#memory()}. */
    int liveArrays();

    /**
     * Ends the epoch and gives what the kernel keeps of the run: networks, buffers, optimisers, and
     * where it stands. Random numbers start anew, as with every epoch.
     */
    byte[] checkpoint();

    /**
     * Goes on where another run with the same networks gave {@code checkpoint}, with the same
     * random numbers.
     */
    void resume(byte[] checkpoint);

    @Override
    void close();
  }
}

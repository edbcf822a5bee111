package dev.coffey.benchmarks.table;

import dev.coffey.benchmarks.measure.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What JMH measures in processes of its own.
 *
 * @param benchmark its class
 * @param method its method
 */
record Times(Class<?> benchmark, String method) {
  /** All values it gave, an iteration each, in its own unit. */
  Sample take(Parameters parameters, UnaryOperator<ChainedOptionsBuilder> settings) {
    var options =
        settings.apply(
            new OptionsBuilder()
                .include("\\Q" + benchmark.getName() + "." + method + "\\E$")
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .param("engine", parameters.engine()));
    var values = new ArrayList<Double>();
    for (RunResult result : run(options)) {
      result
          .getBenchmarkResults()
          .forEach(
              fork ->
                  fork.getIterationResults()
                      .forEach(iteration -> values.add(iteration.getPrimaryResult().getScore())));
    }
    return new Sample(values);
  }

  private static List<RunResult> run(ChainedOptionsBuilder options) {
    try {
      return List.copyOf(new Runner(options.build()).run());
    } catch (RunnerException failed) {
      throw new IllegalStateException("a benchmark failed", failed);
    }
  }
}

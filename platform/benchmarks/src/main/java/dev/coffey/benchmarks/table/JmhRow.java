package dev.coffey.benchmarks.table;

import dev.coffey.benchmarks.measure.Sample;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;

/**
 * A line whose values JMH measures.
 *
 * @param settings how often
 * @param line makes the line
 */
record JmhRow(
    String what,
    Times times,
    BiFunction<Parameters, ChainedOptionsBuilder, ChainedOptionsBuilder> settings,
    Function<Sample, Row> line)
    implements Measurement {
  @Override
  public Row take(Parameters parameters) {
    return line.apply(times.take(parameters, options -> settings.apply(parameters, options)));
  }
}

package dev.coffey.benchmarks.table;

import dev.coffey.benchmarks.jmh.CommandBenchmark;
import dev.coffey.benchmarks.jmh.FeedBenchmark;
import dev.coffey.benchmarks.jmh.StartBenchmark;
import dev.coffey.benchmarks.jmh.SwapBenchmark;
import dev.coffey.benchmarks.loop.LoopKind;
import dev.coffey.benchmarks.loop.Task;
import dev.coffey.benchmarks.loop.Training;
import dev.coffey.benchmarks.measure.Sample;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Measures everything that the issue on speed asks for, and prints it as one table. */
public final class Table {
  private static final List<Measurement> ALL =
      List.of(
          new TwoLoops(
              "step of lenet5, batch 128: our loop against bare DJL",
              Task.of("lenet5", 128),
              LoopKind.COFFEY::open,
              LoopKind.BARE_DJL::open,
              "at most 1.03"),
          new TwoLoops(
              "step of resnet-20, batch 128: our loop against bare DJL",
              Task.of("resnet-20", 128),
              LoopKind.COFFEY::open,
              LoopKind.BARE_DJL::open,
              "at most 1.01"),
          new TwoLoops(
              "step of lenet5-half, batch 128: kd from lenet5 against supervised",
              Task.of("lenet5-half", 128),
              Training.DISTILLING::open,
              Training.SUPERVISED::open,
              ""),
          new TwoLoops(
              "step of lenet5-half, batch 128: kd with cached teacher against supervised",
              Task.of("lenet5-half", 128),
              Training.CACHED::open,
              Training.SUPERVISED::open,
              "at most 1.15"),
          new Disturbance(
              "step of lenet5, batch 128: beside a busy process against alone",
              Task.of("lenet5", 128),
              "at most 3"),
          start("start of the platform", "platform"),
          start("start of the platform, first array of the engine", "platformAndEngine"),
          new JmhRow(
              "coffey plugins list, whole process",
              new Times(CommandBenchmark.class, "pluginsList"),
              (parameters, options) -> options.measurementIterations(parameters.starts()),
              times -> Row.of("coffey plugins list, whole process", times, 0.9, "")),
          swap("swap of a plugin, platform idle", "false"),
          swap("swap of a plugin, platform training", "true"),
          new JmhRow(
              "batches of mnist, 128 each",
              new Times(FeedBenchmark.class, "batch"),
              (parameters, options) -> options,
              Table::rate),
          new Memory("resident memory, training lenet5", "at most 1.05"));

  private Table() {}

  private static Measurement start(String what, String method) {
    return new JmhRow(
        what,
        new Times(StartBenchmark.class, method),
        (parameters, options) -> options.forks(parameters.starts()),
        times -> Row.of(what, times, 0.9, ""));
  }

  private static Measurement swap(String what, String training) {
    return new JmhRow(
        what,
        new Times(SwapBenchmark.class, "swap"),
        (parameters, options) ->
            options.measurementIterations(parameters.swaps()).param("training", training),
        times -> Row.of(what, times, 0.99, ""));
  }

  private static Row rate(Sample perSecond) {
    return new Row(
        "batches of mnist, 128 each",
        Row.text("%.0f a second", perSecond.median()),
        Row.text("slowest second: %.0f", perSecond.quantile(0)),
        "",
        "");
  }

  /** {@code arguments}: see {@link Parameters}. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var parameters = new Parameters(List.of(arguments));
    var rows = new ArrayList<Row>();
    rows.add(Row.HEAD);
    for (Measurement measurement : ALL) {
      if (parameters.wants(measurement.what())) {
        System.err.println("measuring: " + measurement.what());
        Row row = measurement.take(parameters);
        System.err.println(String.join("  ", row.cells()));
        rows.add(row);
      }
    }
    System.out.print(Machine.lines());
    System.out.println(parameters);
    System.out.println();
    new Columns(rows).lines().forEach(System.out::println);
  }
}

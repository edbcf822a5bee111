package dev.coffey.nn.test;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Progress;
import dev.coffey.api.Run;
import dev.coffey.nn.Seeds;
import dev.coffey.nn.Workspace;
import dev.coffey.nn.engine.ClassPathEngine;
import dev.coffey.nn.optim.OptimizerOptions;
import dev.coffey.nn.optim.ScheduleOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A run for tests: a workspace on the engine under test in the calling thread, in a stage "test" of
 * 100 steps, with plain SGD at a constant rate of 0.1 for all groups. The system property {@code
 * coffey.test.engine} names the engine; MXNet if there is none.
 */
public final class TestBench implements AutoCloseable {
  /** Name of the engine under test, in lower case. */
  public static final String ENGINE = System.getProperty("coffey.test.engine", "mxnet");

  private static final DataSpec SMALL_IMAGES = DataSpec.of(new Shape(1, 4, 4), 3);

  private final Workspace workspace;
  private final List<Report> reports;
  private final List<Picture> pictures;

  /** A value that a plugin reported. */
  public record Report(String series, Progress progress, double value) {}

  /** Images that a plugin showed, with their shape. */
  public record Picture(String series, Shape shape, List<Float> values) {}

  private static final class Received implements Workspace.Reporter {
    private final List<Report> reports = new ArrayList<>();
    private final List<Picture> pictures = new ArrayList<>();

    @Override
    public void report(String series, Progress progress, double value) {
      reports.add(new Report(series, progress, value));
    }

    @Override
    public void picture(String series, Progress progress, NDArray images) {
      pictures.add(new Picture(series, images.getShape(), listed(images.toFloatArray())));
    }
  }

  private static List<Float> listed(float[] values) {
    return IntStream.range(0, values.length).mapToObj(i -> values[i]).toList();
  }

  private TestBench(long seed, DataSpec data) {
    var received = new Received();
    reports = received.reports;
    pictures = received.pictures;
    workspace =
        Workspace.open(
            new Workspace.Settings(new ClassPathEngine(ENGINE), "cpu", seed, data, received));
    workspace.stage("test", 100);
    workspace.optimizer("student", OptimizerOptions.sgd(0.1, 0), ScheduleOptions.constant());
  }

  /** A bench whose data is images of (1, 4, 4) in 3 classes. */
  public static TestBench open(long seed) {
    return new TestBench(seed, SMALL_IMAGES);
  }

  /** A bench with this data. */
  public static TestBench open(long seed, DataSpec data) {
    return new TestBench(seed, data);
  }

  /** The workspace under the bench. */
  public Workspace workspace() {
    return workspace;
  }

  /** A plugin's view in which roles are kept as they are. {@code options}: found by their type. */
  public Run run(Record... options) {
    return view("student", options);
  }

  /** A plugin's view with another scope. */
  public Run view(String scope, Record... options) {
    return workspace.view(scope, new GivenOptions(List.of(options)));
  }

  /** Evaluates {@code body} as one step. */
  public <T> T step(Supplier<T> body) {
    return workspace.step(body);
  }

  /** Runs {@code body} as one step. */
  public void stepping(Runnable body) {
    workspace.step(
        () -> {
          body.run();
          return true;
        });
  }

  /** Standard normal values, the same at every call with the same {@code seed}. */
  public static float[] normal(int count, long seed) {
    var random = Seeds.generator(seed, "test values");
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  /** Arrays alive in the run. */
  public int liveArrays() {
    return workspace.liveArrays();
  }

  /** What was reported so far. */
  public List<Report> reports() {
    return List.copyOf(reports);
  }

  /** What was shown so far. */
  public List<Picture> pictures() {
    return List.copyOf(pictures);
  }

  @Override
  public void close() {
    workspace.close();
  }
}

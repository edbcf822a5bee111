package dev.coffey.lab.run;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import dev.coffey.api.Composer.Mixer;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Event;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.lab.experiment.StagePlan;
import dev.coffey.nn.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Lets the composers of a stage make its samples, batch by batch, and shows and measures them. */
final class SampleMaking implements AutoCloseable {
  private static final int SHOWN = RunReporter.COLUMNS;

  /** Of every pool: random numbers come from it, so that pools of an experiment ask the same. */
  private static final String NAME = "samples";

  private final StagePlan stage;
  private final Workspace workspace;
  private final Run view;
  private final DataSpec spec;
  private final List<Mixer> mixers;
  private final SampleFigures figures;

  private SampleMaking(StagePlan stage, Workspace workspace, Taught taught) {
    this.stage = stage;
    this.workspace = workspace;
    workspace.stage("data", 1);
    view = workspace.view("samples", stage.dataset().optionSource());
    spec = new Splits(workspace, stage.dataset()).open("validation").spec();
    workspace.data(spec);
    workspace.stage(NAME, steps());
    stage.teacher().ifPresent(one -> Teachers.teaching(workspace).open(one, taught.teacher()));
    mixers = new Mixers(workspace).open(stage.method());
    figures = SampleFigures.open(stage, workspace, taught.judge());
  }

  /** {@code taught}: weights of teacher and judge, or none to leave them untrained. */
  static SampleMaking open(
      StagePlan stage, Assembly.Plan plan, Taught taught, Workspace.Reporter reporter) {
    var workspace =
        Workspace.open(
            new Workspace.Settings(
                plan.engine(), plan.experiment().options().device(), plan.seed(), null, reporter));
    try {
      return new SampleMaking(stage, workspace, taught);
    } catch (RuntimeException | Error e) {
      workspace.close();
      throw e;
    }
  }

  private long steps() {
    return (stage.samples() + stage.batch() - 1L) / stage.batch();
  }

  /** Makes all samples; gives their figures. */
  Map<String, Double> make(SampleWriter writer, Signal signal, String name) {
    signal.send(new Event.StageStarted(signal.run(), name, steps()));
    for (int step = 0; step < steps(); step++) {
      long from = (long) step * stage.batch();
      long to = Math.min(stage.samples(), from + stage.batch());
      workspace.step(() -> make(from, to, writer));
      workspace.advance(1, step + 1);
      signal.send(new Event.StepDone(signal.run(), step + 1, 1));
    }
    return figures.read();
  }

  private Void make(long from, long to, SampleWriter writer) {
    Tensors batch = compose(from, to);
    if (from == 0) {
      show("samples", batch.get("x"));
      batch.find("mask").ifPresent(mask -> show("mask", mask));
    }
    append(writer, batch);
    figures.add(batch);
    return null;
  }

  /** What isn't an image isn't shown. */
  private void show(String series, NDArray samples) {
    var shape = samples.getShape();
    if (shape.dimension() == 4 && (shape.get(1) == 1 || shape.get(1) == 3)) {
      long count = Math.min(SHOWN, shape.get(0));
      view.picture(series, samples.get(new NDIndex("0:{}", count)));
    }
  }

  private static void append(SampleWriter writer, Tensors batch) {
    try {
      writer.append(batch);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write samples: " + e.getMessage(), e);
    }
  }

  /**
   * Makes a few samples and throws them away; they must look like the experiment's data, and have
   * what metrics ask for.
   */
  void tryOut() {
    workspace.step(
        () -> {
          figures.add(compose(0, Math.min(2, stage.samples())));
          return null;
        });
  }

  private Tensors compose(long from, long to) {
    long[] numbers = LongStream.range(from, to).toArray();
    Tensors batch = Tensors.of("index", view.scratch().create(numbers));
    for (Mixer mixer : mixers) {
      batch = mixer.compose(batch);
    }
    var shape = batch.get("x").getShape();
    if (shape.get(0) != numbers.length || !shape.slice(1).equals(spec.input())) {
      throw new IllegalArgumentException(
          "its composers must make x with %d samples of shape %s, but made %s"
              .formatted(numbers.length, spec.input(), shape));
    }
    return batch;
  }

  @Override
  public void close() {
    workspace.close();
  }
}

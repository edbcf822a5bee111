package dev.coffey.lab.run;

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
import java.util.stream.LongStream;

/** Lets the composers of a stage make its samples, batch by batch. */
final class SampleMaking implements AutoCloseable {
  private final StagePlan stage;
  private final Workspace workspace;
  private final Run view;
  private final DataSpec spec;
  private final List<Mixer> mixers;

  private SampleMaking(
      StagePlan stage, Assembly.Plan plan, Workspace workspace, TaughtTeacher teacher) {
    this.stage = stage;
    this.workspace = workspace;
    workspace.stage("data", 1);
    view = workspace.view("samples", stage.dataset().optionSource());
    spec = new Splits(workspace, stage.dataset()).open("validation").spec();
    workspace.data(spec);
    workspace.stage(plan.stage(), steps());
    stage.teacher().ifPresent(one -> new Teachers(workspace).open(one, teacher.weights()));
    mixers = new Mixers(workspace).open(stage.method());
  }

  /** {@code teacher}: trained, or none to leave it untrained. */
  static SampleMaking open(
      StagePlan stage, Assembly.Plan plan, TaughtTeacher teacher, Workspace.Reporter reporter) {
    var workspace =
        Workspace.open(
            new Workspace.Settings(
                plan.engine(), plan.experiment().options().device(), plan.seed(), null, reporter));
    try {
      return new SampleMaking(stage, plan, workspace, teacher);
    } catch (RuntimeException | Error e) {
      workspace.close();
      throw e;
    }
  }

  private long steps() {
    return (stage.samples() + stage.batch() - 1L) / stage.batch();
  }

  /** Makes all samples. */
  void make(SampleWriter writer, Signal signal, String name) {
    signal.send(new Event.StageStarted(signal.run(), name, steps()));
    for (int step = 0; step < steps(); step++) {
      long from = (long) step * stage.batch();
      long to = Math.min(stage.samples(), from + stage.batch());
      workspace.step(() -> append(writer, compose(from, to)));
      workspace.advance(1, step + 1);
      signal.send(new Event.StepDone(signal.run(), step + 1, 1));
    }
  }

  private static Void append(SampleWriter writer, Tensors batch) {
    try {
      writer.append(batch);
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write samples: " + e.getMessage(), e);
    }
  }

  /** Makes a few samples and throws them away; they must look like the experiment's data. */
  void tryOut() {
    workspace.step(() -> compose(0, Math.min(2, stage.samples())));
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

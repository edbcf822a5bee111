package dev.coffey.plugins.metrics;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.coffey.api.Metric;
import dev.coffey.api.Mode;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import java.util.Map;

/**
 * Share of the first images that the student still gets right after each was changed, within a
 * radius, to raise its cross-entropy; in [0, 1]. Reads {@code batch/x}, {@code batch/y} and asks
 * the network {@code student}. {@link GradientAttack} says how images are changed. Read beside a
 * teacher only.
 */
final class RobustAccuracy implements Metric {
  static final String ID = "robust-accuracy";

  @Override
  public Class<? extends Record> options() {
    return RobustnessOptions.class;
  }

  @Override
  public boolean comparesWithTeacher() {
    return true;
  }

  @Override
  public Meter open(Run run) {
    var options = run.options(RobustnessOptions.class);
    return new Attacked(
        run, options, new GradientAttack(run, options), new MeanMeter(ID, RobustAccuracy::right));
  }

  private static NDArray right(Tensors outputs) {
    return Judged.of(outputs).right();
  }

  private static final class Attacked implements Meter {
    private final Run run;
    private final RobustnessOptions options;
    private final GradientAttack attack;
    private final MeanMeter mean;
    private long seen;

    Attacked(Run run, RobustnessOptions options, GradientAttack attack, MeanMeter mean) {
      this.run = run;
      this.options = options;
      this.attack = attack;
      this.mean = mean;
    }

    @Override
    public void add(Tensors outputs) {
      var x = outputs.get("batch/x");
      long wanted = Math.min(x.getShape().get(0), options.samples() - seen);
      if (wanted == 0) {
        return;
      }
      var y = outputs.get("batch/y").get(":" + wanted).toType(DataType.INT32, false);
      var student = run.network("student");
      var moved = attack.on(student, x.get(":" + wanted), y);
      var logits = student.forward(Tensors.of("x", moved), Mode.INFER).get("logits");
      mean.add(Tensors.of("student/logits", logits).with("batch/y", y));
      seen += wanted;
    }

    @Override
    public Map<String, Double> read() {
      return mean.read();
    }
  }
}

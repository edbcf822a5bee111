package dev.coffey.plugins.bss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.coffey.api.Method.Procedure;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.nn.EpochMeans;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One batch at a time. The attack can't be computed inside the update, so while there is one the
 * student is asked twice: first for its decisions, in training mode as in the paper's code, then
 * for the loss.
 */
final class BssProcedure implements Procedure {
  private static final String HARD_LABELS = "train/cross-entropy";
  private static final String SOFT_LABELS = "train/soft-labels";
  private static final String BOUNDARY_SAMPLES = "train/boundary-samples";

  private final Run run;
  private final BssOptions options;
  private final Network teacher;
  private final Network student;
  private final Attack attack;
  private final SoftenedLoss softened;
  private final EpochMeans means = new EpochMeans();

  BssProcedure(Run run, BssOptions options) {
    this.run = run;
    this.options = options;
    this.teacher = run.network("teacher");
    this.student = run.network("student");
    this.attack = new Attack(run, options.attack());
    this.softened = new SoftenedLoss(options.temperature(), options.scaleByTemperature());
  }

  @Override
  public void step(Tensors batch) {
    var done = run.progress().fraction();
    var x = batch.get("x");
    var labels = batch.get("y").toType(DataType.INT32, false);
    var soft = run.infer(() -> Logits.of(teacher, x, Mode.INFER));
    var supporting =
        options.boundaryWeight(done) > 0
            ? supporting(x, labels, soft)
            : Optional.<SupportingSamples>empty();
    var terms = new LinkedHashMap<String, NDArray>();
    var loss =
        run.update(
            "student",
            () -> {
              var logits = Logits.of(student, x, Mode.TRAIN);
              terms.put(HARD_LABELS, crossEntropy(logits, labels));
              terms.put(SOFT_LABELS, softened.value(logits, soft));
              supporting.ifPresent(samples -> terms.put(BOUNDARY_SAMPLES, boundaryLoss(samples)));
              return sum(terms, done);
            },
            student);
    means.add("train/loss", loss, 1);
    terms.forEach((series, value) -> means.add(series, value.getFloat(), 1));
  }

  /** The samples of the batch that were moved to the boundary and are trained on, if any. */
  private Optional<SupportingSamples> supporting(NDArray x, NDArray labels, NDArray soft) {
    var decisions = run.infer(() -> Logits.of(student, x, Mode.TRAIN));
    return new BaseSamples(soft, decisions, labels)
        .rows(options.attacked())
        .flatMap(rows -> moved(x.get(rows), labels.get(rows), soft.get(rows)));
  }

  private Optional<SupportingSamples> moved(NDArray x, NDArray base, NDArray soft) {
    var boundary = new Boundary(base, TargetClass.draw(soft, base, uniform(base.size())));
    var end = attack.walk(teacher, x, boundary);
    var samples = new SupportingSamples(end, run.infer(() -> Logits.of(teacher, end, Mode.INFER)));
    count(boundary, soft, samples.teacher());
    return switch (options.reject()) {
      case NONE -> Optional.of(samples);
      case PAPER -> samples.where(boundary.inTarget(samples.teacher()));
    };
  }

  /** In (0, 1], float32, (N). */
  private NDArray uniform(long samples) {
    var uniform = run.random().doubles(samples).toArray();
    return run.scratch().create(uniform).neg().add(1).toType(DataType.FLOAT32, false);
  }

  private void count(Boundary boundary, NDArray before, NDArray after) {
    long samples = before.getShape().get(0);
    means.add("bss/attacked", (double) samples, 1);
    means.add("bss/left-base", (double) samples - sum(boundary.inBase(after)), samples);
    means.add("bss/in-target", sum(boundary.inTarget(after)), samples);
    means.add("bss/gap-before", sum(boundary.gap(before)), samples);
    means.add("bss/gap-after", sum(boundary.gap(after)), samples);
  }

  private static double sum(NDArray values) {
    return values.sum().getFloat();
  }

  private NDArray boundaryLoss(SupportingSamples samples) {
    return softened.value(Logits.of(student, samples.x(), Mode.TRAIN), samples.teacher());
  }

  private NDArray sum(Map<String, NDArray> terms, double done) {
    var weights =
        Map.of(
            HARD_LABELS, options.labelWeight(),
            SOFT_LABELS, options.softWeight(done),
            BOUNDARY_SAMPLES, options.boundaryWeight(done));
    return terms.entrySet().stream()
        .map(term -> term.getValue().mul(weights.get(term.getKey()).floatValue()))
        .reduce(NDArray::add)
        .orElseThrow();
  }

  /** In nats, averaged over the samples. */
  private static NDArray crossEntropy(NDArray logits, NDArray labels) {
    return logits.logSoftmax(1).mul(Logits.oneHot(labels, logits)).sum(new int[] {1}).mean().neg();
  }

  @Override
  public void endEpoch() {
    means.drain(run::report);
  }

  @Override
  public void save(OutputStream out) throws IOException {
    means.save(out);
  }

  @Override
  public void load(InputStream in) throws IOException {
    means.load(in);
  }
}

package dev.coffey.plugins.datafree;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
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
import java.util.function.Consumer;

/**
 * Student and generator take turns: n_S updates of the student, then n_G of the generator. Batches
 * are empty; every turn draws its own noise and gives its memory back.
 *
 * <p>Reports means of an epoch: {@code train/student-loss}, {@code train/generator-loss}, {@code
 * train/agreement} (share of generated images in which student and teacher decide alike). Shows
 * what the student is taught on, from the same noise at every epoch's end: {@code generated}.
 */
abstract class Game implements Procedure {
  static final String LOGITS = "logits";
  static final String GENERATED = "generated";
  private static final int SHOWN = 30;

  final Run run;
  final Network teacher;
  final Network student;
  private final Rhythm rhythm;
  private final EpochMeans means = new EpochMeans();

  Game(Run run, Rhythm rhythm) {
    this.run = run;
    this.rhythm = rhythm;
    this.teacher = run.network("teacher");
    this.student = run.network("student");
  }

  /** One update of the student. {@code manager}: for this turn's arrays. */
  abstract void imitate(NDManager manager);

  /** One update of the generator. {@code manager}: for this turn's arrays. */
  abstract void challenge(NDManager manager);

  /**
   * Shows what the student is taught on, made of {@link Noise#probe}. {@code manager}: for its
   * arrays.
   */
  abstract void show(NDManager manager);

  /** Called before the generator's turns. */
  void beforeChallenges() {}

  /** Called after the generator's turns. */
  void afterChallenges() {}

  /** The student's turns in this step. */
  int studentSteps() {
    return rhythm.studentSteps();
  }

  @Override
  public final void step(Tensors batch) {
    repeat(studentSteps(), this::imitate);
    beforeChallenges();
    repeat(rhythm.generatorSteps(), this::challenge);
    afterChallenges();
  }

  private void repeat(int times, Consumer<NDManager> turn) {
    for (int i = 0; i < times; i++) {
      try (NDManager manager = run.scratch().newSubManager()) {
        turn.accept(manager);
      }
    }
  }

  /** One update of the student towards the teacher on {@code images}, (N, C, H, W). */
  final void imitate(NDArray images, Discrepancy discrepancy) {
    NDArray teacherLogits = lesson(images).get(LOGITS);
    NDArray[] studentLogits = new NDArray[1];
    double loss =
        run.update(
            "student",
            () -> {
              studentLogits[0] = tried(images, Mode.TRAIN).get(LOGITS);
              return discrepancy.mean(studentLogits[0], teacherLogits);
            },
            student);
    note("student-loss", loss);
    noteAgreement("agreement", studentLogits[0], teacherLogits);
  }

  /** Images an update. */
  final int batch() {
    return rhythm.batch();
  }

  /** The teacher's outputs as constants. */
  final Tensors lesson(NDArray images) {
    return run.infer(() -> judged(images));
  }

  /** The teacher's outputs; gradients reach {@code images} inside an update. */
  final Tensors judged(NDArray images) {
    return teacher.forward(Tensors.of("x", images), Mode.INFER);
  }

  /** The student's outputs. */
  final Tensors tried(NDArray images, Mode mode) {
    return student.forward(Tensors.of("x", images), mode);
  }

  /** Shows the first of {@code images}, (N, C, H, W), which are a batch as in training. */
  final void show(String series, NDArray images) {
    long count = Math.min(SHOWN, images.getShape().get(0));
    run.picture(series, images.get(new NDIndex("0:{}", count)));
  }

  final void note(String series, double value) {
    means.add("train/" + series, value, 1);
  }

  /** Notes the share of rows of {@code first} and {@code second}, (N, K), with equal maxima. */
  final void noteAgreement(String series, NDArray first, NDArray second) {
    note(
        series,
        first.argMax(1).eq(second.argMax(1)).toType(DataType.FLOAT32, false).mean().getFloat());
  }

  @Override
  public void endEpoch() {
    means.drain(run::report);
    try (NDManager manager = run.scratch().newSubManager()) {
      show(manager);
    }
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

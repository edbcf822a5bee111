package dev.coffey.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One clear message each, with file, line and key; exit code 2 for input, 1 for runs. */
class BadInputIT {
  private final Coffey coffey = Coffey.assembled();
  private @TempDir Path folder;

  @Test
  void aMisspeltKeyIsNamedWithItsLineAndTheNearest() {
    var ended = run(Experiments.SMALL.replace("epochs: 2", "epochz: 2"));
    assertRefused(ended, "experiment.yaml:8", "train.epochz", "did you mean train.epochs?");
    assertThat(ended.err().lines()).hasSize(1);
  }

  @Test
  void aMisspeltOverrideIsNamed() {
    Experiments.write(folder, Experiments.SMALL);
    var ended = coffey.in(folder, "run", "experiment.yaml", "-D", "train.epochz=3");
    assertRefused(ended, "unknown key train.epochz", "did you mean train.epochs?");
    assertThat(ended.err().lines()).hasSize(1);
  }

  @Test
  void aWrongTypeIsNamed() {
    assertRefused(
        run(Experiments.SMALL.replace("batch: 50", "batch: fifty")),
        "experiment.yaml:10",
        "train.batch",
        "fifty");
  }

  @Test
  void allErrorsOfAFileAreToldAtOnce() {
    var ended =
        run(
            Experiments.SMALL
                .replace("epochs: 2", "epochz: 2")
                .replace("batch: 50", "batch: fifty")
                .replace("- kd", "- kdd")
                .replace("dataset: mnist", "dataset: mnits"));
    assertRefused(ended, "train.epochz", "train.batch", "'kdd'", "did you mean kd");
  }

  @Test
  void unknownServicesComeWithTheNearestNames() {
    var ended =
        run(
            Experiments.SMALL
                .replace("dataset: mnist", "dataset: mnits")
                .replace("lenet5-half", "lenet-half")
                .replace("agreement", "agrement"));
    assertRefused(
        ended,
        "there is no dataset 'mnits'; did you mean mnist",
        "there is no student 'lenet-half'; did you mean lenet5-half",
        "there is no metric 'agrement'; did you mean agreement");
  }

  @Test
  void anUnknownOptionOfAMethodIsNamed() {
    assertRefused(
        run(Experiments.SMALL.replace("temperature: 4", "temprature: 4")),
        "experiment.yaml:14",
        "temprature",
        "temperature");
  }

  @Test
  void aWrongOptionOfARecipeIsNamedWhereItWasWritten() {
    assertRefused(
        run(Experiments.SMALL.replace("temperature: 4", "temperature: -4")),
        "experiment.yaml:14: compare[1]",
        "kd-kl.temperature",
        "-4");
    assertRefused(
        run(Experiments.SMALL.replace("weight: 0.5", "weight: heavy")),
        "experiment.yaml:14: compare[1]",
        "a weight is a number",
        "heavy");
  }

  @Test
  void aMetricThatLacksSomethingIsToldOfBeforeAnythingIsTrained() {
    assertRefused(
        run(Experiments.SMALL.replace("[accuracy", "[classifier-fid, accuracy")),
        "experiment.yaml:",
        "metrics: ",
        "judge");
    assertThat(folder.resolve("runs/artefacts")).doesNotExist();
  }

  @Test
  void emptySeedsAreRefused() {
    assertRefused(run(Experiments.SMALL.replace("[1, 2]", "[]")), "seeds is empty");
  }

  @Test
  void aMissingFileIsNamed() {
    assertRefused(coffey.in(folder, "run", "nowhere.yaml"), "nowhere.yaml");
  }

  @Test
  void brokenYamlIsNamedWithItsLine() {
    assertRefused(run("name: x\ncompare: [supervised\n"), "experiment.yaml:");
  }

  @Test
  void aMissingDatasetFolderIsNamed() {
    assertRefused(
        run(Experiments.SMALL.replace("dataset: mnist", "dataset: {idx: {folder: nowhere}}")),
        "experiment.yaml:2",
        "nowhere");
  }

  @Test
  void aTruncatedDatasetFileIsNamed() throws IOException {
    digits(folder.resolve("digits"), 10, 10);
    Path images = folder.resolve("digits/train-images-idx3-ubyte");
    byte[] whole = Files.readAllBytes(images);
    Files.write(images, java.util.Arrays.copyOf(whole, whole.length / 2));
    assertRefused(
        run(Experiments.SMALL.replace("dataset: mnist", "dataset: {idx: {folder: digits}}")),
        "train-images-idx3-ubyte");
  }

  @Test
  void aTeacherOfOtherClassesIsRefused() throws IOException {
    digits(folder.resolve("digits"), 60, 5);
    assertRefused(
        run(
            Experiments.SMALL
                .replace(
                    "dataset: mnist",
                    "dataset: {idx: {folder: digits, classes: 5, validation: 100}}")
                .replace("network: lenet5\n", "network: lenet5\n  dataset: mnist\n")),
        "teacher and student must have the same classes",
        "10 classes",
        "5 classes");
  }

  @Test
  void aResultsFolderThatCannotBeWrittenIsNamed() throws IOException {
    Experiments.write(folder, Experiments.SMALL);
    Files.writeString(folder.resolve("taken"), "a file where a folder is wanted");
    assertRefused(
        coffey.in(folder, "run", "experiment.yaml", "--out", "taken/runs"),
        "cannot write to the results folder",
        "--out");
  }

  @Test
  void aGpuThatIsNotThereIsRefused() {
    assertRefused(
        run("device: gpu\n" + Experiments.SMALL), "experiment.yaml:1: device:", "gpu", "cpu");
  }

  @Test
  void anUnknownEngineIsRefused() {
    assertRefused(
        run("engine: mxnett\n" + Experiments.SMALL),
        "experiment.yaml:1: engine:",
        "there is no engine 'mxnett', did you mean mxnet?");
  }

  @Test
  void aMethodThatNeedsATeacherSaysSo() {
    assertRefused(
        run(Experiments.SMALL.replaceAll("(?s)teacher:.*?student:", "student:")),
        "kd needs a teacher");
  }

  @Test
  void aLossThatBecomesNanStopsItsRunNamingStepAndLoss() {
    var ended =
        run(
            Experiments.SMALL.replace(
                "- supervised", "- supervised: { train: { optimizer: { lr: 1.0e+20 } } }"));
    assertThat(ended.code()).as(ended.err()).isEqualTo(1);
    assertThat(ended.err()).contains("supervised/seed-1", "cross-entropy", "step");
    assertThat(ended.out()).contains("supervised/seed-1 failed", "kd");
  }

  private Coffey.Ended run(String experiment) {
    Experiments.write(folder, experiment);
    return coffey.in(folder, "run", "experiment.yaml");
  }

  private void assertRefused(Coffey.Ended ended, String... words) {
    assertThat(ended.err()).contains(words).doesNotContain("Exception", "\tat ");
    assertThat(ended.code()).as(ended.err()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(folder.resolve("runs/small")).doesNotExist();
  }

  /** {@code perClass} blank images of every class, as IDX files for training and test. */
  private static void digits(Path folder, int perClass, int classes) throws IOException {
    Files.createDirectories(folder);
    int count = perClass * classes;
    for (String part : new String[] {"train", "t10k"}) {
      var images = new ByteArrayOutputStream();
      var labels = new ByteArrayOutputStream();
      var imageHeader = new DataOutputStream(images);
      for (int number : new int[] {0x803, count, 28, 28}) {
        imageHeader.writeInt(number);
      }
      var labelHeader = new DataOutputStream(labels);
      labelHeader.writeInt(0x801);
      labelHeader.writeInt(count);
      for (int i = 0; i < count; i++) {
        var pixels = new byte[28 * 28];
        pixels[i % pixels.length] = (byte) 255;
        images.write(pixels);
        labels.write(i % classes);
      }
      Files.write(folder.resolve(part + "-images-idx3-ubyte"), images.toByteArray());
      Files.write(folder.resolve(part + "-labels-idx1-ubyte"), labels.toByteArray());
    }
  }
}

package dev.coffey.nn;

import static dev.coffey.nn.SmallNetworks.ROW;
import static dev.coffey.nn.SmallNetworks.linear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.initializer.Initializer;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Progress;
import dev.coffey.api.Run;
import dev.coffey.nn.data.ByteImages;
import dev.coffey.nn.engine.ClassPathEngine;
import dev.coffey.nn.engine.EngineSource;
import dev.coffey.nn.engine.EngineUnavailable;
import dev.coffey.nn.test.TestBench;
import dev.coffey.nn.test.TestBench.Report;
import org.junit.jupiter.api.Test;

class WorkspaceTest {
  private static final DataSpec DATA = DataSpec.of(new Shape(1, 1, 2), 2);

  private record NoEngine() implements EngineSource {
    @Override
    public String name() {
      return "none";
    }

    @Override
    public Engine engine() {
      throw new EngineUnavailable("the engine was touched");
    }
  }

  private record SomeOptions(int number) {}

  private static Workspace open(EngineSource engine, String device) {
    return Workspace.open(
        new Workspace.Settings(engine, device, 1, null, (series, progress, value) -> {}));
  }

  private static Run datasetView(Workspace workspace) {
    return workspace.view(
        "dataset",
        new Workspace.OptionSource() {
          @Override
          public <T extends Record> T get(Class<T> type) {
            throw new IllegalArgumentException("there are no options");
          }
        });
  }

  @Test
  void datasetsAreOpenedWithoutTouchingTheEngine() {
    try (Workspace workspace = open(new NoEngine(), "cpu")) {
      Run run = datasetView(workspace);
      workspace.data(DATA);
      workspace.stage("train", 10);
      workspace.advance(1, 0);
      var images = new ByteImages(run, run.data(), new byte[8], new int[4], new long[4]);

      assertThat(images.subset(new int[] {0, 1}).digest()).hasSize(64);
      assertThat(images.batches(2, workspace.random("order")).hasNext()).isTrue();
      assertThat(run.random().nextLong()).isNotZero();
      assertThat(workspace.liveArrays()).isZero();
      assertThatThrownBy(workspace::memory)
          .isInstanceOf(EngineUnavailable.class)
          .hasMessage("the engine was touched");
    }
  }

  @Test
  void aGpuThatIsNotThereIsToldInOneSentence() {
    try (Workspace workspace = open(new ClassPathEngine(TestBench.ENGINE), "gpu")) {
      assertThatThrownBy(workspace::memory)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "the experiment asks for gpu, but %s sees no GPU on this machine; use device: cpu"
                  .formatted(TestBench.ENGINE));
    }
  }

  @Test
  void aMisspeltDeviceIsRefusedAtOnce() {
    assertThatThrownBy(() -> open(new NoEngine(), "gpu:x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("device must be cpu, gpu or gpu:NUMBER, but is 'gpu:x'");
  }

  @Test
  void anUnknownEngineNamesThoseThereAre() {
    assertThatThrownBy(() -> new ClassPathEngine("tensorflo").engine())
        .isInstanceOf(EngineUnavailable.class)
        .hasMessageContaining("'tensorflo'")
        .message()
        .containsIgnoringCase(TestBench.ENGINE);
    assertThat(new ClassPathEngine("MXNet").name()).isEqualTo("mxnet");
  }

  @Test
  void dataThatIsNotKnownYetIsSaidSo() {
    try (Workspace workspace = open(new NoEngine(), "cpu")) {
      assertThatThrownBy(() -> datasetView(workspace).data())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("not known yet");
    }
  }

  @Test
  void rolesAndBuffersOfAPluginArePrefixedByItsScope() {
    try (TestBench bench = TestBench.open(1)) {
      Run loss = bench.view("loss/crd#1");
      Run student = bench.view("student");
      student.build("student", linear(), ROW);
      loss.build("adapter", linear(), ROW);
      NDArray own = loss.buffer("bank", new Shape(2), Initializer.ONES);
      NDArray other = student.buffer("bank", new Shape(2), Initializer.ONES);

      assertThat(bench.workspace().roles()).containsExactly("student", "loss/crd#1/adapter");
      assertThat(loss.network("adapter").role()).isEqualTo("loss/crd#1/adapter");
      assertThat(loss.network("student").role()).isEqualTo("student");
      assertThat(own).isNotSameAs(other);
      assertThat(bench.view("loss/crd#1").buffer("bank", new Shape(2), Initializer.ONES))
          .isSameAs(own);
      assertThatThrownBy(() -> loss.buffer("bank", new Shape(3), Initializer.ONES))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("the buffer 'loss/crd#1/bank' is (2), but was asked for as (3)");
    }
  }

  @Test
  void aStudentUsedAsTeacherBuildsTheTeacher() {
    try (TestBench bench = TestBench.open(1)) {
      Run view = bench.workspace().viewAsTeacher(withoutOptions());

      view.build("student", linear(), ROW);
      view.build("student.texture", linear(), ROW);

      assertThat(bench.workspace().roles()).containsExactly("teacher", "teacher.texture");
      assertThat(view.network("student").role()).isEqualTo("teacher");

      Run judge = bench.workspace().viewAs("judge", withoutOptions());
      judge.build("teacher", linear(), ROW);
      judge.build("student.texture", linear(), ROW);
      judge.build("critic", linear(), ROW);

      assertThat(bench.workspace().roles()).contains("judge", "judge.texture", "judge/critic");
    }
  }

  private static Workspace.OptionSource withoutOptions() {
    return new Workspace.OptionSource() {
      @Override
      public <T extends Record> T get(Class<T> type) {
        throw new IllegalArgumentException("there are no options");
      }
    };
  }

  @Test
  void reportsCarryTheProgressAndOptionsComeFromTheirSource() {
    try (TestBench bench = TestBench.open(1)) {
      Run run = bench.run(new SomeOptions(5));
      bench.workspace().advance(2, 30);

      run.report("loss", 0.5);

      assertThat(bench.reports())
          .containsExactly(new Report("loss", new Progress(2, 30, 100), 0.5));
      assertThat(run.progress().fraction()).isEqualTo(0.3);
      assertThat(run.options(SomeOptions.class).number()).isEqualTo(5);
    }
  }

  @Test
  void picturesAreChecked() {
    try (TestBench bench = TestBench.open(1)) {
      Run run = bench.run();
      bench.stepping(() -> run.picture("made/first", run.scratch().ones(new Shape(2, 3, 4, 5))));

      assertThat(bench.pictures())
          .singleElement()
          .satisfies(picture -> assertThat(picture.series()).isEqualTo("made/first"))
          .satisfies(picture -> assertThat(picture.shape()).isEqualTo(new Shape(2, 3, 4, 5)));
      bench.stepping(
          () ->
              assertThatThrownBy(() -> run.picture("made", run.scratch().ones(new Shape(2, 4, 5))))
                  .isInstanceOf(IllegalArgumentException.class)
                  .hasMessage(
                      "images of 'made' must have the shape (N, C, H, W) with C 1 or 3, but have"
                          + " (2, 4, 5)"));
      bench.stepping(
          () ->
              assertThatThrownBy(
                      () -> run.picture("../made", run.scratch().ones(new Shape(1, 1, 4, 5))))
                  .isInstanceOf(IllegalArgumentException.class)
                  .hasMessageContaining("this is '../made'"));
    }
  }

  @Test
  void anUpdateWithoutAnyOptimizerSaysSo() {
    try (Workspace workspace = open(new ClassPathEngine(TestBench.ENGINE), "cpu")) {
      Run run = datasetView(workspace);
      var network = run.build("student", linear(), ROW);

      assertThatThrownBy(
              () ->
                  workspace.step(
                      () ->
                          run.update(
                              "critic",
                              () -> SmallNetworks.loss(network, SmallNetworks.rows(run)),
                              network)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("no optimiser was chosen for the group 'critic', nor for 'student'");
    }
  }

  @Test
  void aStageHasAtLeastOneStep() {
    try (Workspace workspace = open(new NoEngine(), "cpu")) {
      assertThatThrownBy(() -> workspace.stage("train", 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("the stage 'train' must have at least 1 step, but has 0");
    }
  }
}

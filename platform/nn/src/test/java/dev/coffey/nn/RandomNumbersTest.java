package dev.coffey.nn;

import static dev.coffey.nn.SmallNetworks.ROW;
import static dev.coffey.nn.SmallNetworks.linear;
import static dev.coffey.nn.SmallNetworks.loss;
import static dev.coffey.nn.SmallNetworks.rows;
import static dev.coffey.nn.SmallNetworks.withStatistics;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.nn.block.Dropout;
import dev.coffey.nn.test.TestBench;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RandomNumbersTest {
  /**
   * Everything a run draws: initial weights, Java numbers, dropout, and losses that depend on it.
   */
  private record Draws(List<Byte> weights, List<Long> numbers, List<Float> dropped, double loss) {}

  private static Draws draws(long seed) {
    try (TestBench bench = TestBench.open(seed)) {
      Run run = bench.run();
      Network student = run.build("student", withStatistics(), ROW);
      List<Byte> weights = new ArrayList<>();
      for (byte value : Bytes.of(student)) {
        weights.add(value);
      }
      List<Long> numbers = run.random().longs(5).boxed().toList();
      Network dropout = run.build("dropout", new Dropout(0.5f), ROW);
      List<Float> dropped = new ArrayList<>();
      double loss =
          bench.step(
              () -> {
                NDArray ones = run.scratch().ones(new Shape(16, 4));
                NDArray masked = dropout.forward(Tensors.of("x", ones), Mode.TRAIN).get("output");
                for (float value : masked.toFloatArray()) {
                  dropped.add(value);
                }
                NDArray x = rows(run);
                run.update("student", () -> loss(student, x), student);
                return run.update("student", () -> loss(student, x), student);
              });
      return new Draws(weights, numbers, dropped, loss);
    }
  }

  private static List<Draws> inPool(List<Callable<Draws>> tasks) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      List<Draws> results = new ArrayList<>();
      for (var future : pool.invokeAll(tasks)) {
        results.add(future.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void theSameSeedDrawsTheSameOnTheMainThreadAndOnPoolThreadsAtOnce() throws Exception {
    Draws here = draws(7);

    List<Draws> there = inPool(List.of(() -> draws(7), () -> draws(7), () -> draws(7)));

    assertThat(there).containsOnly(here);
  }

  @Test
  void twoSeedsDrawDifferentlyOnEveryThread() throws Exception {
    Draws here = draws(1);
    List<Draws> there = inPool(List.of(() -> draws(2), () -> draws(3)));

    List<Draws> all = List.of(here, there.get(0), there.get(1));
    assertThat(all).extracting(Draws::weights).doesNotHaveDuplicates();
    assertThat(all).extracting(Draws::numbers).doesNotHaveDuplicates();
    assertThat(all).extracting(Draws::dropped).doesNotHaveDuplicates();
    assertThat(all).extracting(Draws::loss).doesNotHaveDuplicates();
  }

  @Test
  void initialWeightsDependOnSeedAndRoleAlone() {
    try (TestBench first = TestBench.open(4);
        TestBench second = TestBench.open(4)) {
      byte[] alone = Bytes.of(first.run().build("student", linear(), ROW));
      second.run().build("teacher", withStatistics(), ROW);
      second.run().random().nextLong();
      second.workspace().memory().randomNormal(new Shape(3));
      second.workspace().stage("distil", 5);

      byte[] later = Bytes.of(second.run().build("student", linear(), ROW));

      assertThat(later).isEqualTo(alone);
      assertThat(Bytes.of(second.run().build("other", linear(), ROW))).isNotEqualTo(alone);
    }
  }

  @Test
  void viewsOfDifferentScopesStagesAndEpochsDrawDifferently() {
    try (TestBench bench = TestBench.open(4)) {
      List<Long> drawn = new ArrayList<>();
      RandomGenerator student = bench.view("student").random();
      drawn.add(student.nextLong());
      drawn.add(student.nextLong());
      drawn.add(bench.view("loss/kd-kl#1").random().nextLong());
      bench.workspace().advance(1, 0);
      drawn.add(student.nextLong());
      bench.workspace().advance(2, 10);
      drawn.add(student.nextLong());
      bench.workspace().stage("distil", 10);
      drawn.add(student.nextLong());
      drawn.add(bench.workspace().random("order/epoch-1").nextLong());
      drawn.add(bench.workspace().random("order/epoch-2").nextLong());

      assertThat(drawn).doesNotHaveDuplicates();
      bench.workspace().stage("distil", 10);
      assertThat(student.nextLong()).isEqualTo(drawn.get(5));
      assertThat(bench.workspace().random("order/epoch-1").nextLong()).isEqualTo(drawn.get(6));
    }
  }

  @Test
  void seedsTellPathsApart() {
    assertThat(
            List.of(
                Seeds.derive(1, "ab", "c"),
                Seeds.derive(1, "a", "bc"),
                Seeds.derive(1, "abc"),
                Seeds.derive(2, "abc"),
                Seeds.derive(1)))
        .doesNotHaveDuplicates();
    assertThat(Seeds.derive(1, "init", "student")).isEqualTo(Seeds.derive(1, "init", "student"));
    assertThat(Seeds.generator(1, "a").nextLong()).isEqualTo(Seeds.generator(1, "a").nextLong());
  }

  @Test
  void aRunThatIsCalledFromAnotherThreadSaysSo() throws Exception {
    try (TestBench bench = TestBench.open(4)) {
      Callable<Draws> elsewhere =
          () -> {
            bench.stepping(() -> {});
            return draws(1);
          };

      assertThatThrownBy(() -> inPool(List.of(elsewhere)))
          .hasRootCauseInstanceOf(IllegalStateException.class)
          .hasMessageContaining("this run belongs to thread 'main', but was called from 'pool");
    }
  }
}

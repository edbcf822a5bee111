package dev.coffey.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.nn.optim.OptimizerOptions;
import dev.coffey.nn.optim.ScheduleOptions;
import dev.coffey.nn.test.TestBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Leaves what this engine gives for the next one, whose tests run in a process of their own. */
class SameTrainingTest {
  private static final Path LOSSES = Path.of("target", "training-losses-mxnet.txt");

  @Test
  void twoHundredStepsGiveTheSameLossesOnBothEngines() throws IOException {
    List<String> losses = losses();

    if (TestBench.ENGINE.equals("mxnet")) {
      Files.write(LOSSES, losses);
    } else if (Files.exists(LOSSES)) {
      List<String> others = Files.readAllLines(LOSSES);
      assertThat(losses).hasSameSizeAs(others);
      for (int i = 0; i < losses.size(); i++) {
        assertThat(Double.parseDouble(losses.get(i)))
            .as("loss of step %d", i)
            .isCloseTo(Double.parseDouble(others.get(i)), within(1e-3));
      }
    }
  }

  private static List<String> losses() {
    List<String> losses = new ArrayList<>();
    try (TestBench bench = TestBench.open(5)) {
      Run run = bench.run();
      bench
          .workspace()
          .optimizer(
              "student",
              OptimizerOptions.sgd(0.05, 0.9).withNesterov().withWeightDecay(1e-3),
              ScheduleOptions.cosine(0.1));
      Network student = run.build("student", SmallNetworks.withStatistics(), SmallNetworks.ROW);
      for (int i = 0; i < 200; i++) {
        bench.workspace().advance(1, i / 2);
        bench.stepping(
            () -> {
              NDArray x = SmallNetworks.rows(run);
              losses.add(
                  String.valueOf(
                      run.update("student", () -> SmallNetworks.loss(student, x), student)));
            });
      }
    }
    return losses;
  }
}

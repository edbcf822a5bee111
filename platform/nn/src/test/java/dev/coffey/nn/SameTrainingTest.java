package dev.coffey.nn;

import ai.djl.ndarray.NDArray;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.nn.optim.OptimizerOptions;
import dev.coffey.nn.optim.ScheduleOptions;
import dev.coffey.nn.test.TestBench;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two hundred steps from the same weights, with statistics, momentum and a schedule. */
class SameTrainingTest {
  @Test
  void descentGivesTheSameLossesOnBothEngines() {
    compare("descent", OptimizerOptions.sgd(0.05, 0.9).withNesterov().withWeightDecay(1e-3));
  }

  @Test
  void adamGivesTheSameLossesOnBothEngines() {
    compare("adam", OptimizerOptions.adamW(0.01, 1e-3));
  }

  private static void compare(String name, OptimizerOptions optimizer) {
    List<Float> losses = new ArrayList<>();
    try (TestBench bench = TestBench.open(5)) {
      Run run = bench.run();
      bench.workspace().optimizer("student", optimizer, ScheduleOptions.cosine(0.1));
      Network student = run.build("student", SmallNetworks.withStatistics(), SmallNetworks.ROW);
      for (int i = 0; i < 200; i++) {
        bench.workspace().advance(1, i / 2);
        bench.stepping(
            () -> {
              NDArray x = SmallNetworks.rows(run);
              losses.add(
                  (float) run.update("student", () -> SmallNetworks.loss(student, x), student));
            });
      }
    }
    OtherEngine.compare("training with " + name, losses, 1e-3 / 2);
  }
}

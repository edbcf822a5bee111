package dev.coffey.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.nn.block.Staged;
import dev.coffey.nn.data.ByteImages;
import dev.coffey.nn.test.TestBench;
import java.util.List;
import org.junit.jupiter.api.Test;

class InferenceSpeedTest {
  @Test
  void imagesAreCountedAndNothingIsLeftBehind() {
    try (var bench = TestBench.open(1)) {
      Network network = line(bench.run(), "x");
      var speed = speed(bench);
      speed.cost(List.of(network));
      int arrays = bench.liveArrays();

      assertThat(speed.cost(List.of(network)).imagesPerSecond()).isPositive().isFinite();
      assertThat(bench.liveArrays()).isEqualTo(arrays);
    }
  }

  @Test
  void networksThatReadNoImagesHaveNoSpeed() {
    try (var bench = TestBench.open(1)) {
      assertThat(speed(bench).cost(List.of(line(bench.run(), "z"))).imagesPerSecond()).isZero();
      assertThat(speed(bench).cost(List.of()).imagesPerSecond()).isZero();
    }
  }

  @Test
  void networksWithMuchWorkAreAskedForFewerSamplesAtATime() {
    try (var bench = TestBench.open(1)) {
      Network light = line(bench.run(), "x");
      Network heavy =
          bench
              .run()
              .build(
                  "heavy",
                  Conv2d.builder().setFilters(1).setKernelShape(new Shape(1, 1)).build(),
                  new Shape(1, 1 << 14, 1 << 14));

      assertThat(Evaluation.batch(List.of())).isEqualTo(500);
      assertThat(Evaluation.batch(List.of(light))).isEqualTo(500);
      assertThat(Evaluation.batch(List.of(light, heavy))).isEqualTo(64);
    }
  }

  private static InferenceSpeed speed(TestBench bench) {
    Run run = bench.run();
    var images = new ByteImages(run, run.data(), new byte[32], new int[2], new long[2]);
    return new InferenceSpeed(bench.workspace(), images);
  }

  private static Network line(Run run, String input) {
    var block =
        Staged.builder()
            .input(input)
            .apply(x -> x.reshape(x.getShape().get(0), -1))
            .add(Linear.builder().setUnits(3).build())
            .tap("logits")
            .build();
    return run.build("student", block, new Shape(1, 4, 4));
  }
}

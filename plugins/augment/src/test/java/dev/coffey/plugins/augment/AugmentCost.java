package dev.coffey.plugins.augment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import dev.coffey.api.Composer;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.nn.block.Staged;
import dev.coffey.nn.test.TestBench;
import dev.coffey.plugins.augment.MixingOptions.Unit;
import java.util.Arrays;

/**
 * Prints what composing a batch of 128 MNIST-sized images costs beside a training step of LeNet-5:
 * medians of 60 rounds, in which they take turns. A program, not a test, for times depend on the
 * machine.
 */
final class AugmentCost {
  private static final int BATCH = 128;
  private static final int WARM_UP = 20;
  private static final int ROUNDS = 60;
  private static final DataSpec DIGITS = DataSpec.of(new Shape(1, 28, 28), 10);

  private AugmentCost() {}

  public static void main(String[] args) {
    var erasing = new ErasingOptions(0.5, 0.02, 0.33);
    var colour = new ColourOptions(0.2, 0.2, 0);
    var everything = new AugmentOptions(2, 0.5, 10, colour, erasing);
    var copied =
        new AugmentOptions(
            2, 0.5, 0, new ColourOptions(0, 0, 0), new ErasingOptions(0, 0.02, 0.33));
    compare("augment, everything on", new Augment(), everything);
    compare("augment, shift and flip", new Augment(), copied);
    compare("mixup", new Mixup(), new MixingOptions(1, Unit.BATCH));
    compare("cutmix", new Cutmix(), new MixingOptions(1, Unit.BATCH));
  }

  private static void compare(String name, Composer composer, Record options) {
    try (var bench = TestBench.open(1, DIGITS)) {
      Run run = bench.run(options);
      Network student = run.build("student", lenet5(), DIGITS.input());
      var mixer = composer.open(run);
      var composing = new double[ROUNDS];
      var training = new double[ROUNDS];
      for (int i = -WARM_UP; i < ROUNDS; i++) {
        int round = Math.max(i, 0);
        bench.stepping(
            () -> {
              Tensors batch = digits(run);
              composing[round] = millis(() -> mixer.compose(batch).get("x").sum().getFloat());
              training[round] =
                  millis(() -> run.update("student", () -> loss(student, batch), student));
            });
      }
      System.out.printf(
          "%-24s %6.2f ms; LeNet-5 step %6.2f ms%n", name, median(composing), median(training));
    }
  }

  private static Tensors digits(Run run) {
    var x = run.scratch().randomUniform(0, 1, new Shape(BATCH, 1, 28, 28));
    var y = Images.numbers(run.scratch(), BATCH, DataType.INT32).mod(10);
    x.sum().getFloat(); // engines compute later; what is timed begins with a batch that is there
    return Tensors.of("x", x).with("y", y);
  }

  private static NDArray loss(Network student, Tensors batch) {
    var logits = student.forward(Tensors.of("x", batch.get("x")), Mode.TRAIN).get("logits");
    var labels = batch.get("y").oneHot(10, DataType.FLOAT32);
    return logits.logSoftmax(1).mul(labels).sum(new int[] {1}).mean().neg();
  }

  /** The layers of {@code lenet5} in {@code plugins/networks}. */
  private static Block lenet5() {
    return Staged.builder()
        .add(convolution(6, 2))
        .add(Activation.reluBlock())
        .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
        .add(convolution(16, 0))
        .add(Activation.reluBlock())
        .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
        .add(convolution(120, 0))
        .add(Activation.reluBlock())
        .apply(x -> x.reshape(x.getShape().get(0), -1))
        .add(Linear.builder().setUnits(84).build())
        .add(Activation.reluBlock())
        .add(Linear.builder().setUnits(10).build())
        .tap("logits")
        .build();
  }

  private static Block convolution(int filters, int padding) {
    return Conv2d.builder()
        .setFilters(filters)
        .setKernelShape(new Shape(5, 5))
        .optPadding(new Shape(padding, padding))
        .build();
  }

  private static double millis(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e6;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}

package dev.coffey.plugins.networks;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.NoOptions;
import dev.coffey.api.Student;
import dev.coffey.api.Tensors;
import dev.coffey.nn.optim.OptimizerOptions;
import dev.coffey.nn.optim.ScheduleOptions;
import dev.coffey.nn.test.FiniteDifferences;
import dev.coffey.nn.test.TestBench;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LearningTest {
  private static final int SAMPLES = 64;
  private static final int CLASSES = 4;
  private static final int STEPS = 30;
  private static final int PARTS = 6;
  private static final DataSpec DATA =
      new DataSpec(new Shape(1, 28, 28), CLASSES, List.of(0.3f), List.of(0.3f));

  static Stream<Arguments> students() {
    return Stream.of(
        Arguments.of(new Mlp(), new MlpOptions(List.of(32), 0)),
        Arguments.of(LeNet5.HALF, new NoOptions()),
        Arguments.of(new ResNet(), new ResNetOptions(8, 4)),
        Arguments.of(new WideResNet(), new WideResNetOptions(10, 1, 0)));
  }

  @ParameterizedTest
  @MethodSource("students")
  void aFewStepsOnAFewImagesHalveTheLoss(Student student, Record options) {
    try (var bench = TestBench.open(1, DATA)) {
      bench
          .workspace()
          .optimizer("student", OptimizerOptions.sgd(0.05, 0.9), ScheduleOptions.constant());
      var run = bench.run(options);
      var network = student.open(run).get(0);
      var losses =
          Stream.generate(
                  () ->
                      bench.step(
                          () -> {
                            var x = images(run.scratch(), SAMPLES);
                            return run.update(
                                "student", () -> loss(network, x, Mode.TRAIN), network);
                          }))
              .limit(STEPS)
              .toList();

      assertThat(losses.get(STEPS - 1)).isLessThan(losses.get(0) / 2);
    }
  }

  @Test
  void leNetsGradientIsRight() {
    gradientIsRight(LeNet5.HALF);
  }

  @Test
  void aResNetsGradientIsRight() {
    gradientIsRight(new ResNetPreset(8));
  }

  @Test
  void aWideResNetsGradientIsRight() {
    gradientIsRight(new WideResNetPreset(16, 1));
  }

  /**
   * Compares derivatives along a few parts of the gradient. Where the slope is steep a step of a
   * thousandth is enough, which crosses few kinks (relu, maximum); the loss is scaled up, lest the
   * tolerance be lax.
   */
  private static void gradientIsRight(Student student) {
    try (var bench = TestBench.open(1, DATA)) {
      var run = bench.run();
      var network = student.open(run).get(0);
      bench.stepping(
          () -> {
            var base = images(run.scratch(), 2);
            var gradient = run.gradient(base, x -> loss(network, x, Mode.INFER));
            var directions = parts(gradient).mul(0.1);
            FiniteDifferences.check(
                run,
                run.scratch().zeros(new Shape(1, PARTS)),
                1e-2,
                at -> {
                  var x = at.matMul(directions).reshape(base.getShape()).add(base);
                  return loss(network, x, Mode.INFER).mul(100);
                });
          });
    }
  }

  /** Row r: the values at positions r, r + PARTS, r + 2·PARTS, …, scaled to length one. */
  private static NDArray parts(NDArray gradient) {
    float[] values = gradient.toFloatArray();
    var rows = new float[PARTS * values.length];
    for (int row = 0; row < PARTS; row++) {
      double squares = 0;
      for (int at = row; at < values.length; at += PARTS) {
        squares += values[at] * values[at];
      }
      for (int at = row; at < values.length; at += PARTS) {
        rows[row * values.length + at] = (float) (values[at] / Math.sqrt(squares));
      }
    }
    return gradient.getManager().create(rows, new Shape(PARTS, values.length));
  }

  /** Cross-entropy with row r of class r % 4. */
  private static NDArray loss(Network network, NDArray x, Mode mode) {
    var logits = network.forward(Tensors.of("x", x), mode).get("logits");
    var y = x.getManager().create(labels((int) x.getShape().get(0)));
    return logits.logSoftmax(1).mul(y.oneHot(CLASSES, DataType.FLOAT32)).sum().div(-y.size());
  }

  private static int[] labels(int count) {
    return IntStream.range(0, count).map(row -> row % CLASSES).toArray();
  }

  /** Noise, brighter in the quarter of the image that belongs to the class. */
  private static NDArray images(NDManager manager, int count) {
    var random = new SplittableRandom(5);
    var pixels = new float[count * 28 * 28];
    for (int at = 0; at < pixels.length; at++) {
      int quarter = (at / 14 % 2) + 2 * (at / (28 * 14) % 2);
      boolean bright = quarter == at / (28 * 28) % CLASSES;
      pixels[at] = (float) (0.5 * random.nextDouble() + (bright ? 0.4 : 0));
    }
    return manager.create(pixels, new Shape(count, 1, 28, 28));
  }
}

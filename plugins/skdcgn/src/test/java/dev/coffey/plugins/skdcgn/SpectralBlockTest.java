package dev.coffey.plugins.skdcgn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.nn.test.FiniteDifferences;
import dev.coffey.nn.test.TestBench;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpectralBlockTest {
  private final TestBench bench = TestBench.open(3);
  private final Run run = bench.run();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void weightsAreDividedByTheirLengthAlongU() {
    bench.stepping(
        () -> {
          NDArray weight = run.scratch().create(new float[][] {{3, 0}, {0, 5}, {0, 4}});
          NDArray u = run.scratch().create(new float[] {0.6f, 0.8f, 0});
          // u'W = (1.8, 4), of length 4.386342...
          float sigma = (float) Math.sqrt(1.8 * 1.8 + 4 * 4);
          assertThat(SpectralBlock.normalized(weight, u).toFloatArray())
              .containsExactly(
                  new float[] {3 / sigma, 0, 0, 5 / sigma, 0, 4 / sigma}, within(1e-6f));
        });
  }

  @Test
  void gradientsOfWeightsGoThroughSigma() {
    bench.stepping(
        () -> {
          NDArray weight = run.scratch().create(TestBench.normal(24, 1), new Shape(3, 2, 2, 2));
          NDArray u = run.scratch().create(new float[] {0.6f, 0, -0.8f});
          FiniteDifferences.check(
              run,
              weight,
              1e-3,
              w -> {
                NDArray factors = w.getManager().create(TestBench.normal(24, 2), w.getShape());
                return SpectralBlock.normalized(w, u).mul(factors).sum();
              });
        });
  }

  @Test
  void passesInTrainingBringTheLargestSingularValueToOne() {
    Network network = run.build("student", new SpectralDense(4), new Shape(5));
    // so small a loss doesn't move weights visibly
    IntStream.range(0, 40)
        .forEach(
            i ->
                bench.stepping(
                    () -> run.update("student", () -> output(network).mean().mul(1e-6f), network)));

    bench.stepping(
        () -> {
          NDArray identity = run.scratch().eye(5);
          float[] transposed =
              network.forward(Tensors.of("x", identity), Mode.INFER).get("output").toFloatArray();
          assertThat(largestSingularValue(transposed, 5, 4)).isCloseTo(1, within(1e-3));
        });
  }

  private NDArray output(Network network) {
    NDArray x = run.scratch().create(TestBench.normal(30, 2), new Shape(6, 5));
    return network.forward(Tensors.of("x", x), Mode.TRAIN).get("output");
  }

  /** By power iteration. */
  private static double largestSingularValue(float[] matrix, int rows, int columns) {
    double[] right = new double[columns];
    Arrays.fill(right, 1);
    double length = 1;
    for (int step = 0; step < 500; step++) {
      double[] next = new double[columns];
      for (int row = 0; row < rows; row++) {
        double product = 0;
        for (int column = 0; column < columns; column++) {
          product += matrix[row * columns + column] * right[column] / length;
        }
        for (int column = 0; column < columns; column++) {
          next[column] += product * matrix[row * columns + column];
        }
      }
      length = Math.sqrt(Arrays.stream(next).map(value -> value * value).sum());
      right = next;
    }
    return Math.sqrt(length);
  }

  @Test
  void onlyTrainingMovesWhatIsKeptOfU() {
    Network network = run.build("student", new SpectralConvolution(3), new Shape(2, 4, 4));
    Network other = run.build("other", new SpectralDense(2), new Shape(12));
    byte[] before = bytes(network);

    bench.stepping(
        () -> {
          NDArray x = run.scratch().create(TestBench.normal(64, 2), new Shape(2, 2, 4, 4));
          run.infer(() -> network.forward(Tensors.of("x", x), Mode.TRAIN));
          network.forward(Tensors.of("x", x), Mode.INFER);
          run.update(
              "student",
              () -> {
                NDArray maps = network.forward(Tensors.of("x", x), Mode.TRAIN).get("output");
                NDArray flat = maps.reshape(2, 12);
                return other.forward(Tensors.of("x", flat), Mode.TRAIN).get("output").mean();
              },
              other);
        });
    assertThat(bytes(network)).isEqualTo(before);

    bench.stepping(
        () -> {
          NDArray x = run.scratch().create(TestBench.normal(64, 2), new Shape(2, 2, 4, 4));
          run.update(
              "student",
              () -> network.forward(Tensors.of("x", x), Mode.TRAIN).get("output").square().mean(),
              network);
        });
    assertThat(bytes(network)).isNotEqualTo(before);
  }

  private static byte[] bytes(Network network) {
    var out = new ByteArrayOutputStream();
    try {
      network.save(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}

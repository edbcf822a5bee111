package dev.coffey.plugins.cgn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Mode;
import dev.coffey.api.Tensors;
import dev.coffey.nn.test.FiniteDifferences;
import dev.coffey.nn.test.TestBench;
import dev.coffey.plugins.cgn.DiscriminatorOptions.Form;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DiscriminatorTest {
  private static final DataSpec IMAGES = DataSpec.of(new Shape(3, 32, 32), 10);

  @ParameterizedTest
  @CsvSource({
    // 3082·512 + 512 + 2·(512² + 512) + 513, and 10 x 10 embeddings
    "LINEAR, 512, 2104421",
    // 36·32 + 9·32·64 + 16·64·128 + 16·128², two numbers a map, 128 to the score, 10 embeddings
    "CONV, 32, 413642"
  })
  void itHasThePublishedSize(Form form, int width, long parameters) {
    try (var bench = TestBench.open(1, IMAGES)) {
      var critic = Critic.build(bench.run(), new DiscriminatorOptions(form, width, 0.4));

      assertThat(critic.network().parameters()).isEqualTo(parameters);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anImageIsScoredByItsClass(Form form) {
    try (var bench = TestBench.open(1, IMAGES)) {
      var run = bench.run();
      var critic = Critic.build(run, new DiscriminatorOptions(form, 8, 0));
      bench.stepping(
          () -> {
            NDArray image =
                run.scratch().create(TestBench.normal(3072, 2), new Shape(1, 3, 32, 32));
            NDArray classes = run.scratch().create(new float[][] {one(3), one(4)});
            NDArray scores =
                run.infer(
                    () ->
                        critic
                            .network()
                            .forward(
                                Tensors.of(Discriminator.IMAGE, image.concat(image, 0))
                                    .with(Discriminator.LABEL, classes),
                                Mode.INFER)
                            .get(Discriminator.SCORE));

            assertThat(scores.getShape()).isEqualTo(new Shape(2, 1));
            assertThat(scores.getFloat(0)).isNotEqualTo(scores.getFloat(1));
          });
    }
  }

  private static float[] one(int label) {
    float[] values = new float[10];
    values[label] = 1;
    return values;
  }

  @Test
  void linearGradientsAgreeWithFiniteDifferences() {
    gradients(Form.LINEAR, new Shape(3, 4, 4));
  }

  @Test
  void convolutionalGradientsAgreeWithFiniteDifferences() {
    gradients(Form.CONV, new Shape(3, 16, 16));
  }

  private static void gradients(Form form, Shape image) {
    try (var bench = TestBench.open(1, DataSpec.of(image, 4))) {
      var run = bench.run();
      var critic = Critic.build(run, new DiscriminatorOptions(form, 6, 0.4));
      bench.stepping(
          () -> {
            int size = Math.toIntExact(image.size());
            NDArray images =
                run.scratch().create(TestBench.normal(2 * size, 2), new Shape(2).addAll(image));
            NDArray labels = run.scratch().create(new float[][] {{1, 0, 0, 0}, {0, 0, 1, 0}});
            FiniteDifferences.check(
                run,
                images,
                1e-2,
                at ->
                    critic
                        .network()
                        .forward(
                            Tensors.of(Discriminator.IMAGE, at).with(Discriminator.LABEL, labels),
                            Mode.INFER)
                        .get(Discriminator.SCORE)
                        .sum());
          });
    }
  }

  @ParameterizedTest
  @CsvSource({"13, false", "14, true"})
  void convolutionsNeedFourteenPixels(int edge, boolean enough) {
    try (var bench = TestBench.open(1, DataSpec.of(new Shape(3, 20, edge), 4))) {
      ThrowingCallable build =
          () -> Critic.build(bench.run(), new DiscriminatorOptions(Form.CONV, 2, 0));

      if (enough) {
        assertThatCode(build).doesNotThrowAnyException();
      } else {
        assertThatThrownBy(build)
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("14x14")
            .hasMessageContaining("(3, 20, 13)");
      }
    }
  }
}

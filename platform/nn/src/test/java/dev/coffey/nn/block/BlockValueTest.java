package dev.coffey.nn.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.core.Linear;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.ShapeMismatch;
import dev.coffey.api.Tensors;
import dev.coffey.nn.Seeds;
import dev.coffey.nn.test.TestBench;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BlockValueTest {
  private final TestBench bench = TestBench.open(8);
  private final Run run = bench.run();

  @AfterEach
  void close() {
    bench.close();
  }

  private float[] forward(Block block, float[] values, Shape perSample, int count, Mode mode) {
    Network network = run.build("n" + bench.workspace().roles().size(), block, perSample);
    return bench.step(
        () -> {
          NDArray x = run.scratch().create(values, new Shape(count).addAll(perSample));
          return network.forward(Tensors.of("x", x), mode).get("output").toFloatArray();
        });
  }

  @Test
  void upsamplingRepeatsPixels() {
    float[] result =
        forward(
            new NearestUpsampling(), new float[] {1, 2, 3, 4}, new Shape(1, 2, 2), 1, Mode.INFER);

    assertThat(result).containsExactly(1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4);
  }

  @Test
  void bilinearUpsamplingWeighsPixelsByTheDistanceOfTheirCentres() {
    float[] result =
        forward(
            new BilinearUpsampling(), new float[] {1, 2, 3, 4}, new Shape(1, 2, 2), 1, Mode.INFER);

    assertThat(result)
        .containsExactly(
            new float[] {
              1, 1.25f, 1.75f, 2, 1.5f, 1.75f, 2.25f, 2.5f, 2.5f, 2.75f, 3.25f, 3.5f, 3, 3.25f,
              3.75f, 4
            },
            within(1e-6f));
  }

  @Test
  void bilinearUpsamplingKeepsMapsApart() {
    float[] values = {1, 2, 3, 10, 20, 30};

    float[] result = forward(new BilinearUpsampling(), values, new Shape(2, 1, 3), 1, Mode.INFER);

    float[] row = {1, 1.25f, 1.75f, 2.25f, 2.75f, 3};
    for (int i = 0; i < row.length; i++) {
      assertThat(result[i]).isCloseTo(row[i], within(1e-5f)).isEqualTo(result[i + row.length]);
      assertThat(result[i + 2 * row.length]).isCloseTo(10 * row[i], within(1e-5f));
    }
  }

  @Test
  void theEnginesOwnUpsamplingEqualsTheGeneralOne() {
    bench.stepping(
        () -> {
          NDArray x = run.scratch().create(TestBench.normal(60, 1), new Shape(2, 3, 5, 2));
          float[] general = NearestUpsampling.repeated(x).toFloatArray();
          assertThat(
                  forward(
                      new NearestUpsampling(), x.toFloatArray(), new Shape(3, 5, 2), 2, Mode.INFER))
              .isEqualTo(general);
        });
  }

  @Test
  void instanceNormalisationIsThatOfEachMapOfEachImage() {
    float[] values = {0, 2, 0, 2, 5, 5, 5, 5, -3, -3, 3, 3, 1, 1, 1, 9};

    float[] result =
        forward(new InstanceNormalization(), values, new Shape(2, 2, 2), 2, Mode.TRAIN);

    // the last map has mean 3 and deviation √12
    float low = (float) (-2 / Math.sqrt(12));
    assertThat(result)
        .containsExactly(
            new float[] {-1, 1, -1, 1, 0, 0, 0, 0, -1, -1, 1, 1, low, low, low, -3 * low},
            within(1e-5f));
  }

  @Test
  void normalisationWithoutScaleAndShiftLearnsNothing() {
    Network network = run.build("plain", BatchNormalization.withoutScaleAndShift(), new Shape(1));

    float[] result =
        bench.step(
            () -> {
              NDArray x = run.scratch().create(new float[] {1, 5}, new Shape(2, 1));
              return network.forward(Tensors.of("x", x), Mode.TRAIN).get("output").toFloatArray();
            });

    assertThat(network.parameters()).isZero();
    assertThat(result).containsExactly(new float[] {-1, 1}, within(1e-4f));
  }

  @Test
  void theEnginesOwnAffineFormEqualsTheGeneralOne() {
    bench.stepping(
        () -> {
          var scratch = run.scratch();
          NDArray x = scratch.create(TestBench.normal(60, 1), new Shape(2, 3, 5, 2));
          var affine =
              new ChannelAffine(
                  scratch.create(new float[] {0.5f, -1, 2}),
                  scratch.create(new float[] {0.1f, 1, 4}),
                  scratch.create(new float[] {1, 2, -3}),
                  scratch.create(new float[] {0, 1, 2}),
                  1e-3f);

          float[] general = affine.composed(x).toFloatArray();

          assertThat(affine.apply(x).toFloatArray()).containsExactly(general, within(1e-4f));
        });
  }

  @Test
  void normalisationSubtractsTheMeanAndDividesByTheDeviation() {
    Shape shape = new Shape(2, 1, 2);
    float[] values = {1, 2, 3, 4};

    assertThat(
            forward(
                new Normalize(new DataSpec(shape, 0, List.of(1f, 2f), List.of(2f, 0.5f))),
                values,
                shape,
                1,
                Mode.TRAIN))
        .containsExactly(new float[] {0, 0.5f, 2, 4}, within(1e-6f));
    assertThat(
            forward(
                new Normalize(new DataSpec(shape, 0, List.of(1f), List.of(2f))),
                values,
                shape,
                1,
                Mode.INFER))
        .containsExactly(new float[] {0, 0.5f, 1, 1.5f}, within(1e-6f));
    assertThat(forward(new Normalize(DataSpec.of(shape, 0)), values, shape, 1, Mode.INFER))
        .containsExactly(values);
    assertThatThrownBy(
            () -> new Normalize(new DataSpec(shape, 0, List.of(1f, 1f, 1f), List.of(1f, 1f, 1f))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the data has 3 means, but inputs of shape (2, 1, 2)");
  }

  @Test
  void batchNormalisationUsesTheBatchInTrainingAndStatisticsInInference() {
    float[] values = {1, 3};

    assertThat(forward(new BatchNormalization(0, 0.9f), values, new Shape(1), 2, Mode.TRAIN))
        .containsExactly(new float[] {-1, 1}, within(1e-3f));
    assertThat(forward(new BatchNormalization(0, 0.9f), values, new Shape(1), 2, Mode.INFER))
        .containsExactly(new float[] {1, 3}, within(1e-5f));
  }

  @Test
  void dropoutDropsInTrainingOnly() {
    float[] ones = new float[1000];
    java.util.Arrays.fill(ones, 1);

    float[] trained = forward(new Dropout(0.25f), ones, new Shape(1000), 1, Mode.TRAIN);

    int dropped = 0;
    for (float value : trained) {
      assertThat(value).isIn(0f, 1 / 0.75f);
      dropped += value == 0 ? 1 : 0;
    }
    assertThat(dropped).isBetween(200, 300);
    assertThat(forward(new Dropout(0.25f), ones, new Shape(1000), 1, Mode.INFER)).isEqualTo(ones);
  }

  @Test
  void aResidualBlockAddsAndActivates() {
    Block negated = new Residual(Blocks.identityBlock(), Blocks.identityBlock());

    assertThat(forward(negated, new float[] {-1, 2}, new Shape(2), 1, Mode.INFER))
        .containsExactly(0, 4);
    assertThat(
            forward(
                Residual.sum(Blocks.identityBlock(), Blocks.identityBlock()),
                new float[] {-1, 2},
                new Shape(2),
                1,
                Mode.INFER))
        .containsExactly(-2, 4);
  }

  @Test
  void branchesOfDifferentShapesAreRefused() {
    assertThatThrownBy(
            () -> run.build("n", new Residual(Linear.builder().setUnits(3).build()), new Shape(2)))
        .isInstanceOf(ShapeMismatch.class)
        .hasMessageContaining("(1, 3) and (1, 2)");
  }

  @Test
  void tapsNeedANameOfTheirOwnAndTheLastBlockNeedsATap() {
    assertThatThrownBy(() -> Staged.builder().tap("early"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () -> Staged.builder().add(new Dropout(0)).tap("a").add(new Dropout(0)).tap("a"))
        .hasMessageContaining("new name");
    assertThatThrownBy(() -> Staged.builder().add(new Dropout(0)).build())
        .hasMessage("the last block's output has no name; call tap");
  }

  @Test
  void initialValuesHaveTheirDeviation() {
    Shape shape = new Shape(64, 32, 3, 3);

    assertThat(deviation(Initial.he(), shape)).isCloseTo(Math.sqrt(2.0 / (32 * 9)), within(1e-3));
    assertThat(deviation(Initial.xavier(), shape))
        .isCloseTo(Math.sqrt(2.0 / ((32 + 64) * 9)), within(1e-3));
    assertThat(deviation(Initial.normal(0.5), shape)).isCloseTo(0.5, within(1e-2));
    assertThat(deviation(Initial.uniform(0.3), shape)).isCloseTo(0.3 / Math.sqrt(3), within(1e-2));
    assertThat(Initial.he().draw(shape, Seeds.generator(1, "a")))
        .isEqualTo(Initial.he().draw(shape, Seeds.generator(1, "a")))
        .isNotEqualTo(Initial.he().draw(shape, Seeds.generator(2, "a")));
  }

  private static double deviation(Initial initial, Shape shape) {
    float[] values = initial.draw(shape, Seeds.generator(3, "test"));
    double squares = 0;
    for (float value : values) {
      squares += value * value;
    }
    return Math.sqrt(squares / values.length);
  }

  @Test
  void aParameterKeepsAnInitialOfOurs() {
    var block = Linear.builder().setUnits(2).build();
    block.setInitializer(
        (Initial)
            (shape, random) -> {
              float[] values = new float[Math.toIntExact(shape.size())];
              java.util.Arrays.fill(values, 3);
              return values;
            },
        ai.djl.nn.Parameter.Type.WEIGHT);

    assertThat(forward(block, new float[] {1, 1}, new Shape(2), 1, Mode.INFER))
        .containsExactly(6, 6);
  }
}

package dev.coffey.plugins.skdcgn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Metric;
import dev.coffey.api.Run;
import dev.coffey.api.ShapeMismatch;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.MetricContract;
import dev.coffey.nn.test.TestBench;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class MechanismFidelityTest extends MetricContract {
  private static final String ID = "mechanism-fidelity";

  @Override
  protected Metric metric() {
    return new MechanismFidelity();
  }

  @Override
  protected String id() {
    return ID;
  }

  @Override
  protected Record options() {
    return new FidelityOptions(Small.ALL);
  }

  @Override
  protected Tensors outputs(Run run) {
    NDManager manager = run.scratch();
    return Tensors.of("student/mask", random(manager, 1, 1))
        .with("student.texture/image", random(manager, 3, 2))
        .with("student.background/image", random(manager, 3, 3))
        .with("teacher/mask", random(manager, 1, 4))
        .with("teacher.texture/image", random(manager, 3, 5))
        .with("teacher.background/image", random(manager, 3, 6));
  }

  private static NDArray random(NDManager manager, int channels, long seed) {
    float[] values = TestBench.normal(4 * channels * 12 * 12, seed);
    return manager.create(values, new Shape(4, channels, 12, 12)).mul(0.2f).add(0.5f).clip(0, 1);
  }

  private static Map<String, Double> figures(
      List<Mechanism> mechanisms, Function<NDManager, Tensors> outputs) {
    try (var bench = TestBench.open(1)) {
      var run = bench.run(new FidelityOptions(mechanisms));
      var meter = new MechanismFidelity().open(run);
      bench.stepping(() -> meter.add(outputs.apply(run.scratch())));
      return meter.read();
    }
  }

  private static NDArray masks(NDManager manager, float... values) {
    return manager.create(values, new Shape(2, 1, 1, 2));
  }

  @Test
  void masksAreComparedByPixelAndByRegion() {
    var figures =
        figures(
            List.of(Mechanism.SHAPE),
            manager ->
                Tensors.of("student/mask", masks(manager, 0.9f, 0.6f, 0.1f, 0.2f))
                    .with("teacher/mask", masks(manager, 0.8f, 0.1f, 0.1f, 0.3f)));

    assertThat(figures).containsEntry(ID, 1 - figures.get(ID + "/shape/l1"));
    // (0.1 + 0.5) / 2 and (0 + 0.1) / 2
    assertThat(figures.get(ID + "/shape/l1")).isCloseTo((0.3 + 0.05) / 2, within(1e-6));
    // one of two pixels; no pixel in either
    assertThat(figures.get(ID + "/shape/iou")).isCloseTo((0.5 + 1) / 2, within(1e-6));
    assertThat(figures.get(ID + "/shape/area-error")).isCloseTo((0.3 + 0.05) / 2, within(1e-6));
    double first = -10 * Math.log10((0.01 + 0.25) / 2);
    double second = -10 * Math.log10(0.01 / 2);
    assertThat(figures.get(ID + "/shape/psnr")).isCloseTo((first + second) / 2, within(1e-4));
    assertThat(figures).containsKey(ID + "/shape/ssim").hasSize(6);
  }

  @Test
  void equalImagesHaveOneAndAFiniteRatio() {
    var figures =
        figures(
            List.of(Mechanism.TEXTURE, Mechanism.BACKGROUND),
            manager ->
                Tensors.of("student/image", random(manager, 3, 1))
                    .with("teacher.texture/image", random(manager, 3, 1))
                    .with("student.background/image", random(manager, 3, 2))
                    .with("teacher.background/image", random(manager, 3, 2)));

    assertThat(figures).containsEntry(ID, 1.0).containsEntry(ID + "/texture/l1", 0.0);
    assertThat(figures.get(ID + "/background/psnr")).isCloseTo(100, within(1e-4));
    assertThat(figures.get(ID + "/background/ssim")).isCloseTo(1, within(1e-5));
    assertThat(figures).doesNotContainKey(ID + "/texture/iou");
  }

  @Test
  void imagesOfOtherSizesAreRefused() {
    assertThatThrownBy(
            () ->
                figures(
                    List.of(Mechanism.SHAPE),
                    manager ->
                        Tensors.of("student/mask", random(manager, 1, 1))
                            .with("teacher/mask", masks(manager, 1, 1, 1, 1))))
        .isInstanceOf(ShapeMismatch.class)
        .hasMessageContaining("student/mask and teacher/mask");
  }
}

package dev.coffey.plugins.classical;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.ShapeMismatch;
import dev.coffey.api.Tensors;
import dev.coffey.nn.block.Staged;
import java.util.List;
import java.util.Map;

/**
 * Variational information distillation: mean of {@code ½ ((μ(student) − teacher)² / v + log v)}
 * over all elements of the batch, a bound on the mutual information of both features. μ is made of
 * three 1x1 convolutions without bias, ReLU between them, as wide as the teacher's feature; v, a
 * {@link Variance}, is one number a channel of the teacher. Both are trained with the student and
 * dropped afterwards. Of two maps the larger is brought to the smaller's size by average pooling.
 *
 * <p>{@code student}, {@code teacher}: feature maps, (N, C, H, W), or vectors, (N, D), float32.
 * Throws {@link ShapeMismatch} if they are neither. For several stages list the wirings of this
 * loss; the stages' values add up. May be below 0. Source: Ahn, Hu, Damianou, Lawrence, Dai 2019,
 * "Variational Information Distillation for Knowledge Transfer", without the constant; variances
 * are trained as in RepDistiller.
 */
final class VariationalInformation extends Adapted {
  @Override
  public Class<? extends Record> options() {
    return VariationalInformationOptions.class;
  }

  @Override
  public Map<String, String> inputs() {
    return Map.of("student", "student/stage2", "teacher", "teacher/stage2");
  }

  @Override
  public Term open(Run run, Map<String, Shape> shapes) {
    var student = FeatureMaps.of("student", known("student", shapes));
    var teacher = FeatureMaps.of("teacher", known("teacher", shapes));
    long height = Math.min(student.get(1), teacher.get(1));
    long width = Math.min(student.get(2), teacher.get(2));
    long channels = teacher.get(0);
    var target = new Shape(channels, height, width);
    var variance = new Variance(run.options(VariationalInformationOptions.class).variance());
    return new Guessing(
        run.build("mean", mean(channels), new Shape(student.get(0), height, width)),
        run.build("variance", variance, target, target),
        target);
  }

  private static Block mean(long channels) {
    return Staged.builder()
        .add(Layers.convolution(channels, 1))
        .apply(Activation::relu)
        .add(Layers.convolution(channels, 1))
        .apply(Activation::relu)
        .add(Layers.convolution(channels, 1))
        .tap("output")
        .build();
  }

  /** {@code target}: shape of what is guessed. */
  private record Guessing(Network mean, Network variance, Shape target) implements Term {
    @Override
    public NDArray value(Tensors inputs) {
      var student = FeatureMaps.of("student", inputs.get("student"));
      var teacher = FeatureMaps.of("teacher", inputs.get("teacher"));
      Rows.checkSameNumber(student, teacher);
      var guess = mean.forward(Tensors.of("x", fitted(student)), Mode.TRAIN).get("output");
      var both = Tensors.of("guess", guess).with("target", fitted(teacher));
      return variance.forward(both, Mode.TRAIN).get("output").mean();
    }

    private NDArray fitted(NDArray map) {
      return FeatureMaps.pooled(map, target.get(1), target.get(2));
    }

    @Override
    public List<Network> trained() {
      return List.of(mean, variance);
    }
  }
}

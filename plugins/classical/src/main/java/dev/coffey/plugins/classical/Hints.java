package dev.coffey.plugins.classical;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.ShapeMismatch;
import dev.coffey.api.Tensors;
import java.util.List;
import java.util.Map;

/**
 * FitNet's hints: mean of {@code (regressor(student) − teacher)²} over all elements of the batch.
 * The {@link Regressor} is trained with the student and dropped afterwards.
 *
 * <p>{@code student}, {@code teacher}: feature maps, (N, C, H, W), or vectors, (N, D), float32.
 * Throws {@link ShapeMismatch} if no regressor leads from one to the other. Source: Romero, Ballas,
 * Kahou, Chassang, Gatta, Bengio 2015, equation 3, whose sum is a mean here; in one stage with the
 * other losses, as in RepDistiller.
 */
final class Hints extends Adapted {
  @Override
  public Class<? extends Record> options() {
    return HintsOptions.class;
  }

  @Override
  public Map<String, String> inputs() {
    return Map.of("student", "student/stage2", "teacher", "teacher/stage2");
  }

  @Override
  public Term open(Run run, Map<String, Shape> shapes) {
    var student = FeatureMaps.of("student", known("student", shapes));
    var teacher = FeatureMaps.of("teacher", known("teacher", shapes));
    var normalize = run.options(HintsOptions.class).normalize();
    var regressor = Regressor.between(student, teacher, normalize);
    return new Guided(run.build("regressor", regressor, student));
  }

  private record Guided(Network regressor) implements Term {
    @Override
    public NDArray value(Tensors inputs) {
      var student = FeatureMaps.of("student", inputs.get("student"));
      var teacher = FeatureMaps.of("teacher", inputs.get("teacher"));
      Rows.checkSameNumber(student, teacher);
      var guess = regressor.forward(Tensors.of("x", student), Mode.TRAIN).get("output");
      ShapeMismatch.check("the regressor's output", guess, "teacher", teacher);
      return guess.sub(teacher).square().mean();
    }

    @Override
    public List<Network> trained() {
      return List.of(regressor);
    }
  }
}

package dev.coffey.plugins.classical;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.ShapeMismatch;
import dev.coffey.api.Tensors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Knowledge review: every stage of the teacher is compared with this and all deeper stages of the
 * student, which a {@link Fusion} brings together; the sum over stages of the {@link
 * HierarchicalContext} loss, times min(epoch / warm-up, 1). The fusion is trained with the student
 * and dropped afterwards.
 *
 * <p>{@code student-1} to {@code student-3}, {@code teacher-1} to {@code teacher-3}, shallow to
 * deep: feature maps, (N, C, H, W), or vectors, (N, D), float32, of any sizes. Throws {@link
 * ShapeMismatch} if they are neither. Source: Chen, Liu, Zhao, Jia 2021, "Distilling Knowledge via
 * Knowledge Review"; sizes and warm-up from its code, which has four stages for residual networks.
 */
final class Review extends Adapted {
  private static final int STAGES = 3;

  @Override
  public Class<? extends Record> options() {
    return ReviewOptions.class;
  }

  @Override
  public Map<String, String> inputs() {
    return Map.of(
        "student-1", "student/stage1",
        "student-2", "student/stage2",
        "student-3", "student/feature",
        "teacher-1", "teacher/stage1",
        "teacher-2", "teacher/stage2",
        "teacher-3", "teacher/feature");
  }

  @Override
  public Term open(Run run, Map<String, Shape> shapes) {
    var options = run.options(ReviewOptions.class);
    var student = new ArrayList<Shape>();
    var teacher = new ArrayList<Shape>();
    for (int stage = 1; stage <= STAGES; stage++) {
      student.add(ofStage("student", stage, shapes));
      teacher.add(ofStage("teacher", stage, shapes));
    }
    long width = Math.min(options.width(), student.get(STAGES - 1).get(0));
    var fusion = new Fusion(student, teacher, width);
    return new Reviewing(
        run.build("fusion", fusion, student.toArray(Shape[]::new)),
        new WarmUp(run, options.warmUpEpochs()));
  }

  private static Shape ofStage(String side, int stage, Map<String, Shape> shapes) {
    var name = side + "-" + stage;
    return FeatureMaps.of(name, known(name, shapes));
  }

  private record Reviewing(Network fusion, WarmUp warmUp) implements Term {
    @Override
    public NDArray value(Tensors inputs) {
      var fused = fusion.forward(stages("student", inputs), Mode.TRAIN);
      var teacher = stages("teacher", inputs);
      NDArray sum = null;
      for (int stage = 1; stage <= STAGES; stage++) {
        var own = fused.get(Fusion.output(stage));
        var other = teacher.get("teacher-" + stage);
        ShapeMismatch.check("fused stage " + stage, own, "teacher-" + stage, other);
        var distance = HierarchicalContext.distance(own, other);
        sum = sum == null ? distance : sum.add(distance);
      }
      return sum.mul(warmUp.factor());
    }

    private static Tensors stages(String side, Tensors inputs) {
      var stages = new LinkedHashMap<String, NDArray>();
      for (int stage = 1; stage <= STAGES; stage++) {
        var name = side + "-" + stage;
        stages.put(name, FeatureMaps.of(name, inputs.get(name)));
      }
      return Tensors.of(stages);
    }

    @Override
    public List<Network> trained() {
      return List.of(fusion);
    }
  }
}

package dev.coffey.plugins.skdcgn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.coffey.api.Metric;
import dev.coffey.api.Run;
import dev.coffey.api.ShapeMismatch;
import dev.coffey.api.Tensors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How alike the images are that teacher and student make of the same latents, in [0, 1]: 1 − L1,
 * averaged over the mechanisms; 1 if they are equal. Details, each a mean over samples, are {@code
 * MECHANISM/NAME}:
 *
 * <ul>
 *   <li>{@code l1}: mean absolute difference of pixels; half of what it is in [−1, 1].
 *   <li>{@code psnr}: −10 log₁₀ of the mean squared difference, 100 dB at most.
 *   <li>{@code ssim}: see {@link Ssim}.
 *   <li>{@code iou}, of the shape alone: pixels above 0.5 in both masks over those in either; 1 if
 *       there are none.
 *   <li>{@code area-error}, of the shape alone: |difference of the masks' means|.
 * </ul>
 *
 * Reads {@code student/mask}, {@code teacher/mask}, {@code student.texture/image} and so on, (N, C,
 * H, W). Empty before the first sample.
 */
final class MechanismFidelity implements Metric {
  static final String ID = "mechanism-fidelity";

  private static final float LEAST_SQUARE = 1e-10f;
  private static final float DECIBEL = (float) (-10 / Math.log(10));
  private static final float THRESHOLD = 0.5f;

  @Override
  public Class<? extends Record> options() {
    return FidelityOptions.class;
  }

  @Override
  public boolean comparesWithTeacher() {
    return true;
  }

  @Override
  public Meter open(Run run) {
    return new Comparison(new Cast(run.options(FidelityOptions.class).mechanisms()));
  }

  private static final class Comparison implements Meter {
    private final Cast cast;
    private final Map<String, Double> sums = new LinkedHashMap<>();
    private long samples;

    Comparison(Cast cast) {
      this.cast = cast;
    }

    @Override
    public void add(Tensors outputs) {
      for (Mechanism mechanism : cast.mechanisms()) {
        String ofStudent = cast.student(mechanism) + "/" + mechanism.tap();
        String ofTeacher = Cast.teacher(mechanism) + "/" + mechanism.tap();
        NDArray student = outputs.get(ofStudent);
        NDArray teacher = outputs.get(ofTeacher);
        ShapeMismatch.check(ofStudent, student, ofTeacher, teacher);
        figures(mechanism, student, teacher)
            .forEach((name, values) -> count(mechanism.id() + "/" + name, values));
      }
      samples +=
          outputs
              .get(cast.student(cast.mechanisms().get(0)) + "/" + cast.mechanisms().get(0).tap())
              .getShape()
              .get(0);
    }

    private void count(String name, NDArray values) {
      double sum = 0;
      for (float value : values.toFloatArray()) {
        sum += value;
      }
      sums.merge(name, sum, Double::sum);
    }

    @Override
    public Map<String, Double> read() {
      if (samples == 0) {
        return Map.of();
      }
      Map<String, Double> figures = new LinkedHashMap<>();
      figures.put(ID, 1 - l1());
      sums.forEach((name, sum) -> figures.put(ID + "/" + name, sum / samples));
      return figures;
    }

    private double l1() {
      List<Mechanism> mechanisms = cast.mechanisms();
      return mechanisms.stream().mapToDouble(each -> sums.get(each.id() + "/l1")).sum()
          / (samples * mechanisms.size());
    }
  }

  /** One number a sample each, (N). {@code student}, {@code teacher}: (N, C, H, W). */
  private static Map<String, NDArray> figures(
      Mechanism mechanism, NDArray student, NDArray teacher) {
    NDArray difference = flat(student.sub(teacher));
    Map<String, NDArray> figures = new LinkedHashMap<>();
    figures.put("l1", mean(difference.abs()));
    figures.put("psnr", mean(difference.square()).maximum(LEAST_SQUARE).log().mul(DECIBEL));
    figures.put("ssim", Ssim.of(student, teacher));
    if (mechanism == Mechanism.SHAPE) {
      figures.put("iou", overlap(inside(student), inside(teacher)));
      figures.put("area-error", mean(difference).abs());
    }
    return figures;
  }

  private static NDArray overlap(NDArray first, NDArray second) {
    NDArray both = first.mul(second).sum(new int[] {1});
    NDArray either = first.maximum(second).sum(new int[] {1});
    // 1 more in both where there is no pixel, nothing elsewhere
    NDArray none = either.eq(0f).toType(DataType.FLOAT32, false);
    return both.add(none).div(either.add(none));
  }

  private static NDArray inside(NDArray mask) {
    return flat(mask).gt(THRESHOLD).toType(DataType.FLOAT32, false);
  }

  private static NDArray flat(NDArray images) {
    return images.reshape(images.getShape().get(0), -1);
  }

  private static NDArray mean(NDArray flat) {
    return flat.mean(new int[] {1});
  }
}

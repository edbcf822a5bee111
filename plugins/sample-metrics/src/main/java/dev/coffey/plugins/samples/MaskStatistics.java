package dev.coffey.plugins.samples;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.coffey.api.Metric;
import dev.coffey.api.Run;
import dev.coffey.api.ShapeMismatch;
import dev.coffey.api.Tensors;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the masks of made samples are like. The figure {@code mask-statistics} is their mean area,
 * in [0, 1]; details are {@code decided}, the share of pixels below 0.1 or above 0.9, and {@code
 * entropy}, {@code −m ln m − (1−m) ln(1−m)}, in nats, the mean over pixels: ln 2 where no pixel
 * says anything, 0 where all are decided. Reads {@code batch/mask}, (N, 1, H, W), cut off at 0 and
 * 1; no judge. Empty before the first sample.
 */
final class MaskStatistics implements Metric {
  static final String ID = "mask-statistics";

  private static final float BACKGROUND = 0.1f;
  private static final float FOREGROUND = 0.9f;
  private static final float LEAST = 1e-30f;

  @Override
  public Meter open(Run run) {
    return new Means();
  }

  private static final class Means implements Meter {
    private final Map<String, Double> sums = new LinkedHashMap<>();
    private long samples;

    @Override
    public void add(Tensors outputs) {
      NDArray mask = mask(outputs).clip(0, 1);
      NDArray pixels = mask.reshape(mask.getShape().get(0), -1);
      count(ID, pixels);
      count(ID + "/decided", decided(pixels));
      count(ID + "/entropy", surprise(pixels).add(surprise(pixels.neg().add(1))));
      samples += pixels.getShape().get(0);
    }

    /** {@code values}: (N, pixels). */
    private void count(String name, NDArray values) {
      double sum = 0;
      for (float value : values.mean(new int[] {1}).toFloatArray()) {
        sum += value;
      }
      sums.merge(name, sum, Double::sum);
    }

    @Override
    public Map<String, Double> read() {
      var figures = new LinkedHashMap<String, Double>();
      sums.forEach((name, sum) -> figures.put(name, sum / samples));
      return figures;
    }
  }

  private static NDArray mask(Tensors outputs) {
    NDArray mask =
        outputs
            .find("batch/mask")
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        ID + " reads masks, but no composer of the stage makes any"));
    if (mask.getShape().dimension() != 4 || mask.getShape().get(1) != 1) {
      throw new ShapeMismatch(
          "batch/mask must have the shape (N, 1, H, W), but is " + mask.getShape());
    }
    return mask;
  }

  private static NDArray decided(NDArray pixels) {
    NDArray outside = pixels.lt(BACKGROUND).toType(DataType.FLOAT32, false);
    return outside.add(pixels.gt(FOREGROUND).toType(DataType.FLOAT32, false));
  }

  /** {@code −p ln p}, 0 at 0. */
  private static NDArray surprise(NDArray share) {
    return share.mul(share.maximum(LEAST).log()).neg();
  }
}

package dev.coffey.plugins.metrics;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.coffey.api.Metric;
import dev.coffey.api.Run;

/**
 * Share of samples whose most probable class is the same for student and teacher, right or wrong,
 * in [0, 1]. Reads {@code student/logits} and {@code teacher/logits}, (N, K). Source: Stanton,
 * Izmailov, Kirichenko, Alemi, Wilson 2021, section 3 ("top-1 agreement").
 */
final class Agreement implements Metric {
  static final String ID = "agreement";

  @Override
  public boolean comparesWithTeacher() {
    return true;
  }

  @Override
  public Meter open(Run run) {
    return new MeanMeter(ID, outputs -> agree(Compared.of(outputs)));
  }

  private static NDArray agree(Compared batch) {
    return batch.student().argMax(1).eq(batch.teacher().argMax(1)).toType(DataType.FLOAT32, false);
  }
}

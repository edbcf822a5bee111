package dev.coffey.plugins.samples;

import ai.djl.ndarray.NDArray;
import dev.coffey.api.Tensors;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;

/** What a judge says of all samples made, and of the real images beside them. */
final class Features {
  /** More would take long, and most of a machine's memory. */
  private static final int MOST = 2048;

  private final Judge judge;
  private final Rows made = new Rows();
  private final Rows real = new Rows();

  Features(Judge judge) {
    this.judge = judge;
  }

  /** Both, standardised by mean and deviation of the real ones: (N, d) and (M, d). */
  record Standardised(DMatrixRMaj made, DMatrixRMaj real) {}

  void add(Tensors outputs) {
    NDArray rows = judge.made(outputs);
    if (rows.getShape().get(1) > MOST) {
      throw new IllegalArgumentException(
          "%s takes up to %d features, but the judge's output '%s' has %d; choose another tap"
              .formatted(judge.metric(), MOST, judge.tap(), rows.getShape().get(1)));
    }
    var beside = judge.real(outputs);
    if (beside.isEmpty() && real.count() == 0) {
      throw new IllegalArgumentException(
          "%s compares samples with images of the dataset's test split, but there is nothing in it"
                  .formatted(judge.metric())
              + " that the judge reads");
    }
    made.add(rows);
    beside.ifPresent(real::add);
  }

  /** Whether there are two samples of each at least. */
  boolean suffice() {
    return made.count() > 1 && real.count() > 1;
  }

  Standardised standardised() {
    DMatrixRMaj images = real.matrix();
    var standard = Standard.of(images);
    return new Standardised(standard.apply(made.matrix()), standard.apply(images));
  }

  /** The figure {@code value}, and how much it rests on. */
  Map<String, Double> figures(double value, int dimensions) {
    var figures = new LinkedHashMap<String, Double>();
    figures.put(judge.metric(), value);
    figures.put(judge.metric() + "/samples", (double) made.count());
    figures.put(judge.metric() + "/real", (double) real.count());
    figures.put(judge.metric() + "/dimensions", (double) dimensions);
    return figures;
  }
}

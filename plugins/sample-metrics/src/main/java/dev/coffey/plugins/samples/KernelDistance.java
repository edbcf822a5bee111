package dev.coffey.plugins.samples;

import dev.coffey.api.Metric;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import java.util.Map;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * {@link Kernel} distance of a judge's features on the samples that a stage makes to those on
 * images of the test split, standardised as those of {@link ClassifierFid}: the mean over blocks of
 * samples in their order. Without bias, whatever the number of samples; 0 on average if they are
 * alike. Reads {@code judge/TAP} and {@code real/TAP}. Details: {@code samples}, {@code real},
 * {@code dimensions}, {@code blocks}, and {@code deviation}, that of the blocks' values. Empty
 * before there are two samples of each. Blocks: Zaremba, Gretton, Blaschko 2013.
 */
final class KernelDistance implements Metric {
  static final String ID = "kernel-distance";

  @Override
  public Class<? extends Record> options() {
    return KernelOptions.class;
  }

  @Override
  public Meter open(Run run) {
    var options = run.options(KernelOptions.class);
    return new Distance(new Features(new Judge(ID, options.tap())), options.block());
  }

  private record Distance(Features features, int block) implements Meter {
    @Override
    public void add(Tensors outputs) {
      features.add(outputs);
    }

    @Override
    public Map<String, Double> read() {
      if (!features.suffice()) {
        return Map.of();
      }
      var both = features.standardised();
      int blocks = Math.max(1, Math.min(both.made().numRows, both.real().numRows) / block);
      double[] distances =
          IntStream.range(0, blocks)
              .mapToDouble(
                  at ->
                      Kernel.distance(part(both.made(), at, blocks), part(both.real(), at, blocks)))
              .toArray();
      var spread = Spread.of(distances);
      var figures = features.figures(spread.mean(), both.real().numCols);
      figures.put(ID + "/blocks", (double) blocks);
      figures.put(ID + "/deviation", spread.deviation());
      return figures;
    }

    private static DMatrixRMaj part(DMatrixRMaj rows, int at, int parts) {
      int from = Spread.start(rows.numRows, at, parts);
      int to = Spread.start(rows.numRows, at + 1, parts);
      return CommonOps_DDRM.extract(rows, from, to, 0, rows.numCols);
    }
  }
}

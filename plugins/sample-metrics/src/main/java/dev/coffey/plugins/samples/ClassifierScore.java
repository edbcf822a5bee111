package dev.coffey.plugins.samples;

import ai.djl.ndarray.types.DataType;
import dev.coffey.api.Metric;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How sure a judge is of each sample's class, and how different these are: {@code exp(mean of
 * KL(p(y|x) ‖ p(y)))}, from 1 to the number of classes. Says nothing of how alike samples of one
 * class are. Reads {@code judge/logits}, (N, K); no real images. Details, with several splits:
 * {@code deviation}, that of their scores, and {@code whole}, the score without splits. Source:
 * Salimans, Goodfellow, Zaremba, Cheung, Radford, Chen 2016 ("inception score"), with another
 * network than Inception.
 */
final class ClassifierScore implements Metric {
  static final String ID = "classifier-score";

  @Override
  public Class<? extends Record> options() {
    return ScoreOptions.class;
  }

  @Override
  public Meter open(Run run) {
    return new Scores(run.options(ScoreOptions.class).splits());
  }

  /** {@code rows}: probabilities of the classes, a sample a row. */
  static double of(List<double[]> rows) {
    var mean = new double[rows.get(0).length];
    for (double[] row : rows) {
      for (int k = 0; k < mean.length; k++) {
        mean[k] += row[k] / rows.size();
      }
    }
    double divergence = 0;
    for (double[] row : rows) {
      for (int k = 0; k < mean.length; k++) {
        divergence += row[k] == 0 ? 0 : row[k] * Math.log(row[k] / mean[k]) / rows.size();
      }
    }
    return Math.exp(divergence);
  }

  private static final class Scores implements Meter {
    private static final Judge JUDGE = new Judge(ID, "logits");

    private final int splits;
    private final List<double[]> rows = new ArrayList<>();

    Scores(int splits) {
      this.splits = splits;
    }

    @Override
    public void add(Tensors outputs) {
      var probabilities = JUDGE.made(outputs).toType(DataType.FLOAT64, false).softmax(1);
      int classes = Math.toIntExact(probabilities.getShape().get(1));
      double[] values = probabilities.toDoubleArray();
      for (int from = 0; from < values.length; from += classes) {
        rows.add(Arrays.copyOfRange(values, from, from + classes));
      }
    }

    @Override
    public Map<String, Double> read() {
      if (rows.isEmpty()) {
        return Map.of();
      }
      int parts = Math.min(splits, rows.size());
      var spread =
          Spread.of(IntStream.range(0, parts).mapToDouble(at -> of(part(at, parts))).toArray());
      var figures = new LinkedHashMap<String, Double>();
      figures.put(ID, spread.mean());
      if (splits > 1) {
        figures.put(ID + "/deviation", spread.deviation());
        figures.put(ID + "/whole", of(rows));
      }
      return figures;
    }

    private List<double[]> part(int at, int parts) {
      return rows.subList(
          Spread.start(rows.size(), at, parts), Spread.start(rows.size(), at + 1, parts));
    }
  }
}

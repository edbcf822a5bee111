package dev.coffey.plugins.samples;

import dev.coffey.api.Metric;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import java.util.Map;

/**
 * Squared Fréchet distance of two normal distributions: of a judge's features on the samples that a
 * stage makes, and on images of the test split; 0 if they are alike. Features are standardised by
 * mean and deviation of the real ones. It compares only with figures of the same judge, split and
 * number of samples: the fewer there are, the larger it is. Reads {@code judge/TAP} and {@code
 * real/TAP}, of any shape (N, …). Details: {@code samples}, {@code real} and {@code dimensions},
 * the numbers it rests on. Empty before there are two samples of each. Source: Heusel, Ramsauer,
 * Unterthiner, Nessler, Hochreiter 2017 ("FID"), with another network than Inception.
 */
final class ClassifierFid implements Metric {
  static final String ID = "classifier-fid";

  @Override
  public Class<? extends Record> options() {
    return FeatureOptions.class;
  }

  @Override
  public Meter open(Run run) {
    return new Distance(new Features(new Judge(ID, run.options(FeatureOptions.class).tap())));
  }

  private record Distance(Features features) implements Meter {
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
      double distance = Gaussian.of(both.real()).distance(Gaussian.of(both.made()));
      return features.figures(Math.max(0, distance), both.real().numCols);
    }
  }
}

package dev.coffey.plugins.cgn;

import dev.coffey.nn.EpochMeans;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.DoubleSummaryStatistics;
import java.util.function.ObjDoubleConsumer;

/**
 * Means of an epoch. Masks' areas also class by class, of which the smallest and the largest are
 * told: where a class is inverted, its background being drawn as the object, its area is far from
 * the others'.
 */
final class Curves {
  private final EpochMeans means = new EpochMeans();
  private final EpochMeans areas = new EpochMeans();

  /** Notes a value of one step. */
  void note(String series, double value) {
    means.add("train/" + series, value, 1);
  }

  /** Notes the areas of a batch's masks. */
  void noteAreas(float[] values, int[] labels) {
    for (int i = 0; i < values.length; i++) {
      means.add("train/mask-mean", values[i], 1);
      areas.add(Integer.toString(labels[i]), values[i], 1);
    }
  }

  /** Tells the means and starts anew. */
  void drain(ObjDoubleConsumer<String> reporter) {
    means.drain(reporter);
    var ofClasses = new DoubleSummaryStatistics();
    areas.drain((label, mean) -> ofClasses.accept(mean));
    if (ofClasses.getCount() > 0) {
      reporter.accept("train/mask-mean-least", ofClasses.getMin());
      reporter.accept("train/mask-mean-most", ofClasses.getMax());
    }
  }

  /** Writes what an epoch that is broken off has so far. The stream stays open. */
  void save(OutputStream out) throws IOException {
    means.save(out);
    areas.save(out);
  }

  /** Takes over what {@link #save} wrote. */
  void load(InputStream in) throws IOException {
    means.load(in);
    areas.load(in);
  }
}

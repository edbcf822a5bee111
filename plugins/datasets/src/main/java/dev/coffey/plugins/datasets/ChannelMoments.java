package dev.coffey.plugins.datasets;

import dev.coffey.nn.idx.LabelledImages;
import java.util.ArrayList;
import java.util.List;

/**
 * Mean and standard deviation of each channel, pixels scaled to [0, 1]. Plain Java and exact, since
 * opening a dataset must not need an engine.
 */
record ChannelMoments(List<Float> mean, List<Float> std) {
  static ChannelMoments of(LabelledImages images) {
    int channels = (int) images.shape().get(0);
    int plane = (int) (images.shape().size() / channels);
    var mean = new ArrayList<Float>();
    var std = new ArrayList<Float>();
    for (int channel = 0; channel < channels; channel++) {
      long[] histogram = histogram(images.pixels(), channel, channels, plane);
      double count = (double) images.count() * plane;
      double average = 0;
      for (int value = 0; value < histogram.length; value++) {
        average += histogram[value] / count * value;
      }
      double variance = 0;
      for (int value = 0; value < histogram.length; value++) {
        variance += histogram[value] / count * (value - average) * (value - average);
      }
      mean.add((float) (average / 255));
      // A constant channel carries nothing; dividing by one leaves it at zero.
      std.add(variance > 0 ? (float) (Math.sqrt(variance) / 255) : 1f);
    }
    return new ChannelMoments(List.copyOf(mean), List.copyOf(std));
  }

  private static long[] histogram(byte[] pixels, int channel, int channels, int plane) {
    long[] histogram = new long[256];
    for (int start = channel * plane; start < pixels.length; start += channels * plane) {
      for (int at = start; at < start + plane; at++) {
        histogram[pixels[at] & 0xff]++;
      }
    }
    return histogram;
  }
}

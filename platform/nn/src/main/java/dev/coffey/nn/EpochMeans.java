package dev.coffey.nn;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ObjDoubleConsumer;

/** Means over an epoch, by the names of their curves: what a method notes step by step. */
public final class EpochMeans {
  private final Map<String, Mean> means = new LinkedHashMap<>();

  private record Mean(double sum, long count) {
    Mean plus(Mean other) {
      return new Mean(sum + other.sum, count + other.count);
    }
  }

  /** Adds {@code count} values with the sum {@code sum}. */
  public void add(String series, double sum, long count) {
    means.merge(series, new Mean(sum, count), Mean::plus);
  }

  /** Tells the means and starts anew. */
  public void drain(ObjDoubleConsumer<String> reporter) {
    means.forEach((series, mean) -> reporter.accept(series, mean.sum() / mean.count()));
    means.clear();
  }

  /** Writes what an epoch that is broken off has so far. The stream stays open. */
  public void save(OutputStream out) throws IOException {
    var data = new DataOutputStream(out);
    data.writeInt(means.size());
    for (var mean : means.entrySet()) {
      data.writeUTF(mean.getKey());
      data.writeDouble(mean.getValue().sum());
      data.writeLong(mean.getValue().count());
    }
  }

  /** Takes over what {@link #save} wrote. */
  public void load(InputStream in) throws IOException {
    var data = new DataInputStream(in);
    means.clear();
    int size = data.readInt();
    for (int i = 0; i < size; i++) {
      means.put(data.readUTF(), new Mean(data.readDouble(), data.readLong()));
    }
  }
}

package dev.coffey.plugins.datafree;

import dev.coffey.api.Run;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;

/** Means of what happens in an epoch, by the name of their curve. */
final class Averages {
  private record Mean(double sum, long count) {
    Mean with(double value) {
      return new Mean(sum + value, count + 1);
    }
  }

  private final Map<String, Mean> means = new TreeMap<>();

  void add(String series, double value) {
    means.put(series, means.getOrDefault(series, new Mean(0, 0)).with(value));
  }

  /** Reports them and starts anew. */
  void report(Run run) {
    means.forEach((series, mean) -> run.report(series, mean.sum() / mean.count()));
    means.clear();
  }

  void save(OutputStream out) throws IOException {
    var data = new DataOutputStream(out);
    data.writeInt(means.size());
    for (var entry : means.entrySet()) {
      data.writeUTF(entry.getKey());
      data.writeDouble(entry.getValue().sum());
      data.writeLong(entry.getValue().count());
    }
  }

  void load(InputStream in) throws IOException {
    var data = new DataInputStream(in);
    means.clear();
    int size = data.readInt();
    for (int i = 0; i < size; i++) {
      means.put(data.readUTF(), new Mean(data.readDouble(), data.readLong()));
    }
  }
}

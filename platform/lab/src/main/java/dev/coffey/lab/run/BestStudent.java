package dev.coffey.lab.run;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/**
 * Looks at the validation split after epochs and keeps the weights with the highest accuracy; where
 * accuracy isn't measured, the last ones.
 */
final class BestStudent {
  private final Evaluation evaluation;
  private final Assembly assembly;
  private final Signal signal;
  private double accuracy = Double.NEGATIVE_INFINITY;
  private NetworkBytes weights = NetworkBytes.none();
  private int epoch;
  private int last;
  private long peakMemory;

  BestStudent(Evaluation evaluation, Assembly assembly, Signal signal) {
    this.evaluation = evaluation;
    this.assembly = assembly;
    this.signal = signal;
  }

  void afterEpoch(int finished) {
    last = finished;
    Map<String, Double> figures =
        Figures.main(evaluation.alone(assembly.validation(), assembly.students()));
    figures.forEach(
        (name, value) ->
            signal.report("validation/" + name, assembly.workspace().progress(), value));
    double now = figures.getOrDefault("accuracy", Double.POSITIVE_INFINITY);
    if (now > accuracy || !figures.containsKey("accuracy")) {
      accuracy = now;
      weights = NetworkBytes.of(assembly.students());
      epoch = finished;
    }
    peakMemory = Math.max(peakMemory, Machine.residentMemory());
  }

  void save(OutputStream out) throws IOException {
    var data = new DataOutputStream(out);
    data.writeDouble(accuracy);
    data.writeInt(epoch);
    data.writeInt(last);
    data.writeLong(peakMemory);
    weights.writeTo(data);
  }

  void load(InputStream in) throws IOException {
    var data = new DataInputStream(in);
    accuracy = data.readDouble();
    epoch = data.readInt();
    last = data.readInt();
    peakMemory = data.readLong();
    weights = NetworkBytes.read(data.readAllBytes());
  }

  NetworkBytes weights() {
    return weights;
  }

  boolean isLast() {
    return epoch == last;
  }

  int epoch() {
    return epoch;
  }

  long peakMemory() {
    return peakMemory;
  }
}

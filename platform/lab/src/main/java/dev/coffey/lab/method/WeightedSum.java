package dev.coffey.lab.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.coffey.api.Method.Procedure;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.NonFiniteLoss;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The procedure of every method that is a weighted sum of losses: the teacher looks at the batch
 * (only if a loss reads it), the student is updated on Σ wᵢ(progress)·lossᵢ, the losses do their
 * bookkeeping.
 */
public final class WeightedSum implements Procedure {
  private final Run run;
  private final TeacherView teachers;
  private final List<Network> students;
  private final List<WeightedTerm> terms;
  private final Network[] trained;
  private final Map<String, Double> sums = new LinkedHashMap<>();
  private int steps;

  /** {@code teachers}: adds nothing if no term reads them. */
  public WeightedSum(
      Run run, TeacherView teachers, List<Network> students, List<WeightedTerm> terms) {
    this.run = run;
    this.teachers = teachers;
    this.students = List.copyOf(students);
    this.terms = List.copyOf(terms);
    var all = new ArrayList<>(students);
    terms.forEach(term -> all.addAll(term.term().trained()));
    this.trained = all.toArray(Network[]::new);
  }

  @Override
  public void step(Tensors batch) {
    Tensors known =
        run.infer(() -> teachers.add(Outputs.named("batch", batch, Tensors.empty()), batch));
    var values = new LinkedHashMap<String, NDArray>();
    var seen = new Tensors[1];
    try {
      double loss =
          run.update(
              "student",
              () -> {
                seen[0] = Outputs.add(known, students, batch, Mode.TRAIN);
                return sum(seen[0], values);
              },
              trained);
      sums.merge("train/loss", loss, Double::sum);
    } catch (NonFiniteLoss e) {
      throw culprit(values, e);
    }
    values.forEach(
        (name, value) -> sums.merge("train/" + name, (double) value.getFloat(), Double::sum));
    steps++;
    for (WeightedTerm term : terms) {
      run.infer(
          () -> {
            term.term().after(term.wiring().pick(seen[0]));
            return null;
          });
    }
  }

  private NDArray sum(Tensors all, Map<String, NDArray> values) {
    double fraction = run.progress().fraction();
    NDArray total = null;
    for (WeightedTerm term : terms) {
      // on some engines a loss becomes float64 where it is multiplied by a double
      NDArray value = term.term().value(term.wiring().pick(all)).toType(DataType.FLOAT32, false);
      values.put(term.name(), value);
      NDArray weighted = value.mul(term.weight().at(fraction));
      total = total == null ? weighted : total.add(weighted);
    }
    return total;
  }

  private NonFiniteLoss culprit(Map<String, NDArray> values, NonFiniteLoss total) {
    for (var entry : values.entrySet()) {
      float value = entry.getValue().getFloat();
      if (!Float.isFinite(value)) {
        return new NonFiniteLoss(
            "loss '%s' became %s at step %d (epoch %d); a smaller learning rate, warm-up or clipping may help"
                .formatted(
                    entry.getKey(), value, run.progress().step() + 1, run.progress().epoch()));
      }
    }
    return total;
  }

  /** The sums of an epoch that is broken off. */
  @Override
  public void save(OutputStream out) throws IOException {
    var data = new DataOutputStream(out);
    data.writeInt(steps);
    data.writeInt(sums.size());
    for (var sum : sums.entrySet()) {
      data.writeUTF(sum.getKey());
      data.writeDouble(sum.getValue());
    }
  }

  @Override
  public void load(InputStream in) throws IOException {
    var data = new DataInputStream(in);
    steps = data.readInt();
    sums.clear();
    int size = data.readInt();
    for (int i = 0; i < size; i++) {
      sums.put(data.readUTF(), data.readDouble());
    }
  }

  @Override
  public void endEpoch() {
    sums.forEach((series, sum) -> run.report(series, sum / steps));
    sums.clear();
    steps = 0;
  }
}

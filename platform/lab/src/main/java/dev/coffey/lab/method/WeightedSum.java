package dev.coffey.lab.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.coffey.api.Method.Procedure;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.NonFiniteLoss;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.nn.EpochMeans;
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
  private final EpochMeans means = new EpochMeans();

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
      means.add("train/loss", loss, 1);
    } catch (NonFiniteLoss e) {
      throw culprit(values, e);
    }
    values.forEach((name, value) -> means.add("train/" + name, value.getFloat(), 1));
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
      double weight = term.weight().at(fraction);
      NDArray weighted =
          weight == 1 ? value : value.mul(weight); // saves an operator there and back
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

  @Override
  public void save(OutputStream out) throws IOException {
    means.save(out);
  }

  @Override
  public void load(InputStream in) throws IOException {
    means.load(in);
  }

  @Override
  public void endEpoch() {
    means.drain(run::report);
  }
}

package dev.coffey.lab.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.coffey.api.Memory;
import dev.coffey.api.Network;
import dev.coffey.api.Tensors;
import java.util.List;
import java.util.Optional;

/**
 * Teachers that are asked once for every sample. Batches of another size than {@code batch} (the
 * last one of an epoch) are always computed. Only the outputs that losses read are given.
 *
 * @param sources {@code teacher/TAP}, those that losses read
 */
public record CachedTeachers(
    Memory memory, List<Network> teachers, List<String> sources, int batch, TeacherCache cache)
    implements TeacherView {
  @Override
  public Tensors add(Tensors all, Tensors samples) {
    long[] indices = samples.get("index").toLongArray();
    if (indices.length != batch) {
      return Outputs.add(all, teachers, samples);
    }
    Optional<TeacherCache.Rows> known = cache.find(sources, indices);
    return known.isPresent() ? with(all, known.get()) : computed(all, samples, indices);
  }

  private Tensors with(Tensors all, TeacherCache.Rows rows) {
    Tensors result = all;
    for (String source : sources) {
      NDArray array = memory.scratch().create(rows.values().get(source), rows.shapes().get(source));
      result = result.with(source, array);
    }
    return result;
  }

  private Tensors computed(Tensors all, Tensors samples, long[] indices) {
    Tensors outputs = Outputs.add(Tensors.empty(), teachers, samples);
    Tensors result = all;
    for (String source : sources) {
      NDArray output = outputs.get(source);
      boolean rows = output.getShape().dimension() > 0 && output.getShape().get(0) == batch;
      if (rows && output.getDataType() == DataType.FLOAT32) {
        cache.keep(source, indices, output.getShape(), output.toFloatArray());
      }
      result = result.with(source, output);
    }
    return result;
  }
}

package dev.coffey.plugins.classical;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Network;
import dev.coffey.nn.file.ArrayFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.function.Function;

/** Sets weights of adapters. */
final class AdapterWeights {
  private AdapterWeights() {}

  /** Weights of linear maps and 1x1 convolutions that give what they are given; no bias. */
  static float[] identity(Shape shape) {
    var values = new float[Math.toIntExact(shape.size())];
    if (shape.dimension() >= 2) {
      long columns = shape.get(1);
      for (int i = 0; i < Math.min(shape.get(0), columns); i++) {
        values[Math.toIntExact(i * columns + i)] = 1;
      }
    }
    return values;
  }

  /** Puts {@code weights} of their shapes in the place of the parameters of {@code network}. */
  static void set(Network network, NDManager manager, Function<Shape, float[]> weights) {
    try (var own = manager.newSubManager()) {
      var saved = new ByteArrayOutputStream();
      network.save(saved);
      var contents = ArrayFile.read(new ByteArrayInputStream(saved.toByteArray()));
      var arrays = new LinkedHashMap<String, NDArray>();
      contents.forEach(
          (name, content) ->
              arrays.put(name, own.create(weights.apply(content.shape()), content.shape())));
      var changed = new ByteArrayOutputStream();
      ArrayFile.write(changed, arrays);
      network.load(new ByteArrayInputStream(changed.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

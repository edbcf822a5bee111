package dev.coffey.api.contract;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Network;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;

/** Fixed inputs and fingerprints for the contracts. */
final class Examples {
  private Examples() {}

  /** Numbers in [0, 1), always the same for a shape. */
  static NDArray uniform(NDManager manager, Shape shape) {
    var random = new SplittableRandom(7);
    var values = new float[Math.toIntExact(shape.size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble();
    }
    return manager.create(values, shape);
  }

  /** Whether all elements are numbers. */
  static boolean finite(NDArray array) {
    for (float value : array.toFloatArray()) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  /** Parameters and running statistics, as they are saved. */
  static byte[] weights(Network network) {
    var bytes = new ByteArrayOutputStream();
    try {
      network.save(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}

package dev.coffey.api.contract;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Network;
import dev.coffey.api.Tensors;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

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

  /** One number that depends on every element, on each to its own degree. */
  static NDArray mixed(NDArray array) {
    return array.mul(uniform(array.getManager(), array.getShape())).sum();
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

  /** What tells whether two arrays are equal to the bit; short where they differ. */
  static String fingerprint(NDArray array) {
    return "%s %s %s"
        .formatted(array.getDataType(), array.getShape(), fingerprint(array.toByteArray()));
  }

  /** Name → fingerprint. */
  static Map<String, String> fingerprints(Tensors tensors) {
    var fingerprints = new TreeMap<String, String>();
    tensors.names().forEach(name -> fingerprints.put(name, fingerprint(tensors.get(name))));
    return fingerprints;
  }

  /** What tells whether bytes are equal. */
  static String fingerprint(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
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

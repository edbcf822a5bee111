package dev.coffey.lab.run;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One array of a pool, in a file of its own: the samples one after the other, in the machine's byte
 * order.
 *
 * @param name as batches have it
 * @param type {@code float32}, {@code int32} or {@code int64}
 * @param shape of one sample
 */
record SampleColumn(String name, String type, List<Long> shape) {
  static SampleColumn of(String name, DataType type, Shape perSample) {
    return new SampleColumn(
        name,
        type.name().toLowerCase(Locale.ROOT),
        Arrays.stream(perSample.getShape()).boxed().toList());
  }

  String file() {
    return name + "." + type;
  }

  DataType dataType() {
    return DataType.valueOf(type.toUpperCase(Locale.ROOT));
  }

  /** Shape of {@code count} samples. */
  Shape shape(long count) {
    return new Shape(count).addAll(perSample());
  }

  Shape perSample() {
    return new Shape(shape);
  }

  /** Bytes of one sample. */
  int rowBytes() {
    return Math.toIntExact(perSample().size() * dataType().getNumOfBytes());
  }
}

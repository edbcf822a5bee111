package dev.coffey.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.HashMap;
import java.util.Map;

/**
 * Clears arrays by copying from one array of zeros a shape: half the time of assigning a number.
 */
final class Zeros {
  private final Persistent persistent;
  private final Map<Shape, NDArray> byShape = new HashMap<>();

  Zeros(Persistent persistent) {
    this.persistent = persistent;
  }

  void fill(NDArray target) {
    byShape.computeIfAbsent(target.getShape(), this::make).copyTo(target);
  }

  private NDArray make(Shape shape) {
    return persistent.keep(persistent.manager().zeros(shape, DataType.FLOAT32));
  }
}

package dev.coffey.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.HashMap;
import java.util.Map;

/**
 * Clears arrays by copying from one array of zeros a shape: on MXNet half the time of assigning a
 * number. DJL's {@code copyTo} goes through the Java heap on the other engines.
 */
final class Zeros {
  private static final NDIndex EVERYTHING = new NDIndex("...");

  private final Persistent persistent;
  private final Map<Shape, NDArray> byShape = new HashMap<>();

  Zeros(Persistent persistent) {
    this.persistent = persistent;
  }

  void fill(NDArray target) {
    NDArray zeros = byShape.computeIfAbsent(target.getShape(), this::make);
    if (EngineTraits.of(target.getManager().getEngine()) == EngineTraits.OF_THE_THREAD) {
      zeros.copyTo(target);
    } else {
      target.set(EVERYTHING, zeros);
    }
  }

  private NDArray make(Shape shape) {
    return persistent.keep(persistent.manager().zeros(shape, DataType.FLOAT32));
  }
}

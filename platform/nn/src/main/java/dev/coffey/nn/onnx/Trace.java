package dev.coffey.nn.onnx;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known while a network runs on traced arrays. {@link #BATCH} samples go in, so that a
 * first axis of that length is the batch axis.
 */
final class Trace {
  /** A prime that is hardly the length of another first axis. */
  static final int BATCH = 7;

  private final OnnxGraph graph;
  private final Map<String, String> weightNames;
  private final Map<String, String> constants = new HashMap<>();

  /** {@code weightNames}: name of each weight by the uid of its array. */
  Trace(OnnxGraph graph, Map<String, String> weightNames) {
    this.graph = graph;
    this.weightNames = weightNames;
  }

  /** {@code value} as an array that is traced; {@code name}: what it is called in the graph. */
  NDArray traced(NDArray value, String name) {
    return new TracedArray(this, value, name).array();
  }

  /** The name of an operand: a traced array's, or that of a constant made of a number or array. */
  String name(Object operand) {
    if (operand instanceof Number number) {
      return graph.constant("number", new Shape(), new float[] {number.floatValue()});
    }
    NDArray array = (NDArray) operand;
    return TracedArray.of(array).map(TracedArray::name).orElseGet(() -> constant(array));
  }

  private String constant(NDArray array) {
    if (array.getDataType() != DataType.FLOAT32) {
      throw new CannotExport("it uses constants of type " + array.getDataType());
    }
    return constants.computeIfAbsent(
        array.getUid(),
        uid ->
            graph.constant(
                weightNames.getOrDefault(uid, "constant"), array.getShape(), array.toFloatArray()));
  }

  String numbers(long... values) {
    return graph.constant("numbers", values);
  }

  String node(String operator, List<String> operands, Map<String, ?> attributes) {
    return graph.node(operator, operands, attributes);
  }

  /** Whether {@code object} stands in for an array. */
  static boolean standsIn(Object object) {
    return object != null && Proxy.isProxyClass(object.getClass());
  }
}

package dev.coffey.nn.onnx;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;

/**
 * A call of an operation of a traced array.
 *
 * @param arguments null where an operand is left out
 */
record Call(Trace trace, TracedArray self, String operation, List<Object> arguments) {
  Object argument(int index) {
    return arguments.get(index);
  }

  long[] dimensions(int index) {
    return ((Shape) arguments.get(index)).getShape();
  }

  /** The same padding at both ends of each axis. */
  long[] padding(int index) {
    long[] once = dimensions(index);
    long[] twice = new long[2 * once.length];
    for (int i = 0; i < once.length; i++) {
      twice[i] = once[i];
      twice[once.length + i] = once[i];
    }
    return twice;
  }

  /** Whether an argument is an array or a number. */
  boolean isOperand(int index) {
    return arguments.size() > index
        && (arguments.get(index) instanceof NDArray || arguments.get(index) instanceof Number);
  }

  String name(int index) {
    return trace.name(arguments.get(index));
  }

  /** A node with this array as its only operand. */
  String unary(String operator, Map<String, ?> attributes) {
    return trace.node(operator, List.of(self.name()), attributes);
  }

  /** A node with this array and the first argument as operands. */
  String binary(String operator) {
    return trace.node(operator, List.of(self.name(), name(0)), Map.of());
  }
}

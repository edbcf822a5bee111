package dev.coffey.nn.onnx;

import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A graph of float operators, written as an ONNX model of operator set 13. The numbers are those of
 * the fields in ONNX's schema, {@code onnx.proto}.
 */
final class OnnxGraph {
  private static final int INTERMEDIATE_FORMAT = 7;
  private static final int OPERATOR_SET = 13;
  private static final int FLOAT = 1;
  private static final int INT64 = 7;

  private final List<ProtoMessage> nodes = new ArrayList<>();
  private final List<ProtoMessage> constants = new ArrayList<>();
  private final List<ProtoMessage> inputs = new ArrayList<>();
  private final List<ProtoMessage> outputs = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  /** Declares an input; {@code perSample}: its shape without the batch axis. */
  String input(String name, Shape perSample) {
    names.add(name);
    inputs.add(valueInfo(name, perSample));
    return name;
  }

  /** Declares an output that has the value {@code value}. */
  void output(String name, String value, Shape perSample) {
    nodes.add(new ProtoMessage().text(1, value).text(2, name).text(4, "Identity"));
    outputs.add(valueInfo(name, perSample));
  }

  /** Keeps names of outputs from being given to anything else. */
  void reserve(List<String> outputNames) {
    names.addAll(outputNames);
  }

  /** Adds a float constant. {@code values}: row-major. Returns the name it got. */
  String constant(String wanted, Shape shape, float[] values) {
    return constant(wanted, FLOAT, shape, ProtoMessage.littleEndian(values));
  }

  /** Adds a vector of whole numbers, such as a shape. */
  String constant(String wanted, long... values) {
    return constant(wanted, INT64, new Shape(values.length), ProtoMessage.littleEndian(values));
  }

  private String constant(String wanted, int type, Shape shape, byte[] content) {
    String name = unique(wanted);
    var tensor = new ProtoMessage();
    for (long dimension : shape.getShape()) {
      tensor.number(1, dimension);
    }
    constants.add(tensor.number(2, type).text(8, name).bytes(9, content));
    return name;
  }

  /**
   * Adds an operator with one output.
   *
   * @param attributes whole numbers (Integer, Long), Floats, or long[]
   * @return the name of its output
   */
  String node(String operator, List<String> operands, Map<String, ?> attributes) {
    String name = unique(operator);
    var node = new ProtoMessage();
    operands.forEach(operand -> node.text(1, operand));
    node.text(2, name).text(3, name).text(4, operator);
    attributes.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> node.message(5, attribute(entry.getKey(), entry.getValue())));
    nodes.add(node);
    return name;
  }

  private static ProtoMessage attribute(String name, Object value) {
    var attribute = new ProtoMessage().text(1, name);
    if (value instanceof Float number) {
      return attribute.decimal(2, number).number(20, 1);
    }
    if (value instanceof long[] numbers) {
      for (long number : numbers) {
        attribute.number(8, number);
      }
      return attribute.number(20, 7);
    }
    return attribute.number(3, ((Number) value).longValue()).number(20, 2);
  }

  private static ProtoMessage valueInfo(String name, Shape perSample) {
    var shape = new ProtoMessage().message(1, new ProtoMessage().text(2, "batch"));
    for (long dimension : perSample.getShape()) {
      shape.message(1, new ProtoMessage().number(1, dimension));
    }
    var tensor = new ProtoMessage().number(1, FLOAT).message(2, shape);
    return new ProtoMessage().text(1, name).message(2, new ProtoMessage().message(1, tensor));
  }

  private String unique(String wanted) {
    String name = wanted;
    for (int i = 2; !names.add(name); i++) {
      name = wanted + "_" + i;
    }
    return name;
  }

  void writeTo(OutputStream out) throws IOException {
    var graph = new ProtoMessage();
    nodes.forEach(node -> graph.message(1, node));
    graph.text(2, "network");
    constants.forEach(constant -> graph.message(5, constant));
    inputs.forEach(input -> graph.message(11, input));
    outputs.forEach(output -> graph.message(12, output));
    var model =
        new ProtoMessage()
            .number(1, INTERMEDIATE_FORMAT)
            .text(2, "Coffey")
            .message(7, graph)
            .message(8, new ProtoMessage().text(1, "").number(2, OPERATOR_SET));
    out.write(model.toBytes());
  }
}

package dev.coffey.nn.onnx;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/** DJL's operations as ONNX operators of set 13. */
final class Operators {
  private static final Map<String, String> UNARY =
      Map.ofEntries(
          Map.entry("relu", "Relu"),
          Map.entry("sigmoid", "Sigmoid"),
          Map.entry("tanh", "Tanh"),
          Map.entry("softPlus", "Softplus"),
          Map.entry("softSign", "Softsign"),
          Map.entry("neg", "Neg"),
          Map.entry("abs", "Abs"),
          Map.entry("exp", "Exp"),
          Map.entry("log", "Log"),
          Map.entry("sqrt", "Sqrt"));
  private static final Map<String, String> BINARY =
      Map.of(
          "add", "Add", "sub", "Sub", "mul", "Mul", "div", "Div", "maximum", "Max", "minimum",
          "Min", "matMul", "MatMul");
  private static final Map<String, String> REDUCTIONS =
      Map.of("mean", "ReduceMean", "max", "ReduceMax");
  private static final Set<String> RESHAPING =
      Set.of("reshape", "flatten", "squeeze", "expandDims");
  private static final Set<String> OTHERS =
      Set.of(
          "leakyRelu",
          "elu",
          "softmax",
          "logSoftmax",
          "globalAvgPool",
          "globalMaxPool",
          "maxPool",
          "avgPool",
          "convolution",
          "linear",
          "batchNorm",
          "dropout");

  private Operators() {}

  /** Whether {@link #write} has a form for this very overload. */
  static boolean knows(Call call) {
    String operation = call.operation();
    List<Object> arguments = call.arguments();
    if (RESHAPING.contains(operation)) {
      return arguments.stream().noneMatch(long[].class::isInstance);
    }
    return UNARY.containsKey(operation)
        || (BINARY.containsKey(operation) && call.isOperand(0))
        || (REDUCTIONS.containsKey(operation) && arguments.size() == 2)
        || (OTHERS.contains(operation) && !arguments.isEmpty())
        || operation.startsWith("global");
  }

  /**
   * Adds the operator to the graph.
   *
   * @param result shape of what it gave, batch axis included
   * @return the name of its output
   */
  static String write(Call call, Shape result) {
    requireBatch(call, result);
    String operation = call.operation();
    if (UNARY.containsKey(operation)) {
      return call.unary(UNARY.get(operation), Map.of());
    }
    if (BINARY.containsKey(operation)) {
      return call.binary(BINARY.get(operation));
    }
    if (REDUCTIONS.containsKey(operation)) {
      return reduction(call, REDUCTIONS.get(operation));
    }
    if (RESHAPING.contains(operation)) {
      return reshape(call, result);
    }
    return switch (operation) {
      case "leakyRelu" -> call.unary("LeakyRelu", Map.of("alpha", call.argument(0)));
      case "elu" -> call.unary("Elu", Map.of("alpha", call.argument(0)));
      case "softmax" -> call.unary("Softmax", Map.of("axis", call.argument(0)));
      case "logSoftmax" -> call.unary("LogSoftmax", Map.of("axis", call.argument(0)));
      case "globalAvgPool" -> overPixels(call, "ReduceMean");
      case "globalMaxPool" -> overPixels(call, "ReduceMax");
      case "maxPool" -> call.unary("MaxPool", pool(call));
      case "avgPool" -> averagePool(call);
      case "convolution" -> convolution(call);
      case "linear" -> linear(call);
      case "batchNorm" -> batchNormalization(call);
      case "dropout" -> inference(call, 2, call.name(0));
      default ->
          throw new CannotExport("the operation '%s' has no form in it".formatted(operation));
    };
  }

  private static void requireBatch(Call call, Shape result) {
    if (result.dimension() == 0 || result.get(0) != Trace.BATCH) {
      throw new CannotExport(
          "the operation '%s' mixes the samples of a batch".formatted(call.operation()));
    }
  }

  /** Samples have one shape, so only the batch axis, which 0 copies, stays open. */
  private static String reshape(Call call, Shape result) {
    long[] dimensions = result.getShape().clone();
    dimensions[0] = 0;
    return call.trace()
        .node("Reshape", List.of(call.self().name(), call.trace().numbers(dimensions)), Map.of());
  }

  private static String reduction(Call call, String operator) {
    long[] axes = Arrays.stream((int[]) call.argument(0)).asLongStream().toArray();
    boolean keeps = (boolean) call.argument(1);
    return call.unary(operator, Map.of("axes", axes, "keepdims", keeps ? 1 : 0));
  }

  /** (N, C, …) to (N, C). */
  private static String overPixels(Call call, String operator) {
    int rank = call.self().value().getShape().dimension();
    return call.unary(operator, Map.of("axes", LongStream.range(2, rank).toArray(), "keepdims", 0));
  }

  private static Map<String, Object> pool(Call call) {
    return Map.of(
        "kernel_shape", call.dimensions(0),
        "strides", call.dimensions(1),
        "pads", call.padding(2),
        "ceil_mode", (boolean) call.argument(3) ? 1 : 0);
  }

  private static String averagePool(Call call) {
    var attributes = new java.util.HashMap<>(pool(call));
    attributes.put("count_include_pad", (boolean) call.argument(4) ? 1 : 0);
    return call.unary("AveragePool", attributes);
  }

  /** Arguments: input, weight, bias or null, stride, padding, dilation, groups. */
  private static String convolution(Call call) {
    Shape weight = ((NDArray) call.argument(1)).getShape();
    return call.trace()
        .node(
            "Conv",
            operands(call, 3),
            Map.of(
                "kernel_shape", weight.slice(2).getShape(),
                "strides", call.dimensions(3),
                "pads", call.padding(4),
                "dilations", call.dimensions(5),
                "group", call.argument(6)));
  }

  /** Arguments: input (N, D), weight (units, D), bias or null. */
  private static String linear(Call call) {
    if (call.self().value().getShape().dimension() != 2) {
      throw new CannotExport("a dense layer has an input with more axes than batch and units");
    }
    return call.trace().node("Gemm", operands(call, 3), Map.of("transB", 1));
  }

  /** Arguments: input, mean, variance, scale, shift, axis, momentum, epsilon, training. */
  private static String batchNormalization(Call call) {
    if (!Integer.valueOf(1).equals(call.argument(5))) {
      throw new CannotExport("a batch normalisation isn't over axis 1");
    }
    List<String> operands =
        List.of(call.name(0), call.name(3), call.name(4), call.name(1), call.name(2));
    return inference(
        call,
        8,
        call.trace().node("BatchNormalization", operands, Map.of("epsilon", call.argument(7))));
  }

  private static String inference(Call call, int training, String output) {
    if ((boolean) call.argument(training)) {
      throw new CannotExport("'%s' trains in inference".formatted(call.operation()));
    }
    return output;
  }

  private static List<String> operands(Call call, int count) {
    var operands = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      if (call.argument(i) != null) {
        operands.add(call.name(i));
      }
    }
    return operands;
  }
}

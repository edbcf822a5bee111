package dev.coffey.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import dev.coffey.api.Run;
import dev.coffey.nn.test.FiniteDifferences;
import dev.coffey.nn.test.TestBench;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The operators that losses, blocks and composers may use, with their gradients, on each engine.
 */
class OperatorTest {
  // off the kinks at 0, ±0.5 and 1, all different
  private static final float[] X = {
    0.3f, -1.2f, 0.8f, 2.1f, -0.4f, 1.7f, -0.9f, 0.15f, 1.3f, -2.2f, 0.65f, -0.25f
  };
  private static final Shape SHAPE = new Shape(3, 4);

  private final TestBench bench = TestBench.open(4);
  private final Run run = bench.run();

  @AfterEach
  void close() {
    bench.close();
  }

  private static Arguments op(String name, UnaryOperator<NDArray> operator) {
    return Arguments.of(name, operator);
  }

  static Stream<Arguments> operators() {
    return Stream.of(
        op("add, sub, mul and div by numbers", x -> x.add(2).sub(0.5f).mul(3).div(4)),
        op("add and mul of arrays", x -> x.add(x.get("0")).mul(x.get(":, 1:2"))),
        op("div of arrays", x -> x.div(x.square().add(1))),
        op("neg", NDArray::neg),
        op("abs", NDArray::abs),
        op("square", NDArray::square),
        op("sqrt", x -> x.abs().sqrt()),
        op("pow", x -> x.abs().pow(1.5f)),
        op("exp", NDArray::exp),
        op("log", x -> x.abs().log()),
        op("sin and cos", x -> x.sin().add(x.cos())),
        op("clip", x -> x.clip(-0.5f, 1)),
        op("minimum", x -> NDArrays.minimum(x, 0.5f)),
        op("maximum", x -> NDArrays.maximum(x, x.mul(-0.5f))),
        op("where", x -> NDArrays.where(x.gt(0.5f), x.mul(2), x.square())),
        op("softmax", x -> x.softmax(1)),
        op("logSoftmax", x -> x.logSoftmax(1)),
        op("sum over an axis", x -> x.square().sum(new int[] {1})),
        op("mean over an axis", x -> x.square().mean(new int[] {0}, true)),
        op("mean of all", x -> x.square().mean()),
        op("max over an axis", x -> x.max(new int[] {1})),
        op("min over an axis", x -> x.min(new int[] {1}, true)),
        op("matMul", x -> x.matMul(x.transpose())),
        op("matMul of batches", x -> batch(x).matMul(batch(x).transpose(0, 2, 1))),
        op("get of a slice", x -> x.get("1:, :2")),
        op("get of rows", x -> x.get(new NDIndex("{}", rows(x)))),
        op("take", x -> x.take(rows(x))),
        op("concat", x -> NDArrays.concat(new NDList(x, x.square()), 1)),
        op("stack", x -> NDArrays.stack(new NDList(x, x.square()), 1)),
        op("split", x -> x.split(2, 1).get(1).mul(x.split(2, 1).get(0))),
        op("repeat", x -> x.repeat(1, 2)),
        op("tile", x -> x.tile(new long[] {2, 1})),
        op("broadcast", x -> x.get("0:1").broadcast(new Shape(3, 4)).mul(x)),
        op("transpose", x -> x.transpose().mul(2)),
        op("flip", x -> x.flip(1)),
        op("reshape", x -> x.reshape(2, 6).square()),
        op("expandDims and squeeze", x -> x.expandDims(1).square().squeeze(1)),
        op("cumSum", x -> x.cumSum(1)),
        op("stopGradient", x -> x.mul(x.mul(0).add(3).stopGradient())),
        op("relu", Activation::relu),
        op("leakyRelu", x -> Activation.leakyRelu(x, 0.2f)),
        op("sigmoid", Activation::sigmoid),
        op("tanh", Activation::tanh),
        op("softPlus", Activation::softPlus),
        op("softSign", Activation::softSign));
  }

  private static NDArray batch(NDArray x) {
    return x.reshape(3, 2, 2);
  }

  private static NDArray rows(NDArray x) {
    return x.getManager().create(new long[] {2, 0, 2});
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operators")
  void gradientsEqualFiniteDifferences(String name, UnaryOperator<NDArray> operator) {
    bench.stepping(
        () -> FiniteDifferences.check(run, input(), 1e-2, x -> weighted(operator.apply(x))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operators")
  void valuesAndGradientsAreThoseOfTheOtherEngine(String name, UnaryOperator<NDArray> operator) {
    bench.stepping(
        () -> {
          NDArray x = input();
          List<Float> numbers =
              new ArrayList<>(OtherEngine.list(run.infer(() -> operator.apply(x)).toFloatArray()));
          NDArray gradient = run.gradient(x, at -> weighted(operator.apply(at)));
          numbers.addAll(OtherEngine.list(gradient.toFloatArray()));
          OtherEngine.compare("operator " + name, numbers, 1e-5);
        });
  }

  static Stream<Arguments> functions() {
    return Stream.of(
        function("exp", NDArray::exp, Math::exp),
        function("log", x -> x.abs().log(), x -> Math.log(Math.abs(x))),
        function("sqrt", x -> x.abs().sqrt(), x -> Math.sqrt(Math.abs(x))),
        function("clip", x -> x.clip(-0.5f, 1), x -> Math.max(-0.5, Math.min(1, x))),
        function("relu", Activation::relu, x -> Math.max(0, x)),
        function("leakyRelu", x -> Activation.leakyRelu(x, 0.2f), x -> x > 0 ? x : 0.2 * x),
        function("sigmoid", Activation::sigmoid, x -> 1 / (1 + Math.exp(-x))),
        function("tanh", Activation::tanh, Math::tanh),
        function("softPlus", Activation::softPlus, x -> Math.log1p(Math.exp(x))));
  }

  private static Arguments function(
      String name, UnaryOperator<NDArray> operator, DoubleUnaryOperator expected) {
    return Arguments.of(name, operator, expected);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("functions")
  void valuesAreThoseOfTheFormula(
      String name, UnaryOperator<NDArray> operator, DoubleUnaryOperator expected) {
    bench.stepping(
        () -> {
          float[] values = operator.apply(input()).toFloatArray();
          for (int i = 0; i < X.length; i++) {
            assertThat(values[i]).isCloseTo((float) expected.applyAsDouble(X[i]), within(1e-5f));
          }
        });
  }

  private NDArray input() {
    return run.scratch().create(X, SHAPE);
  }

  /** A scalar with a different weight for each output. */
  private static NDArray weighted(NDArray y) {
    int size = Math.toIntExact(y.size());
    NDArray weights = y.getManager().create(TestBench.normal(size, 11), y.getShape());
    return y.toType(DataType.FLOAT32, false).mul(weights).sum();
  }
}

package dev.coffey.nn.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.util.PairList;
import java.lang.reflect.Proxy;
import java.util.Map;

/** MXNet's own operators, where they are much faster than what all engines have in common. */
final class MxNet {
  private MxNet() {}

  /**
   * Whether {@code array} is MXNet's. A stand-in isn't: what follows an array's way through a
   * network sees no more than the operators that all engines have.
   */
  static boolean owns(NDArray array) {
    return !Proxy.isProxyClass(array.getClass())
        && array.getManager().getEngine().getEngineName().equals("MXNet");
  }

  /** The result of an operator that has one; it belongs to the manager of the first array. */
  static NDArray call(String operator, NDList arrays, Map<String, ?> options) {
    PairList<String, Object> pairs = new PairList<>();
    options.forEach(pairs::add);
    return arrays.head().getManager().invoke(operator, arrays, pairs).head();
  }
}

package dev.coffey.nn.onnx;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.internal.NDArrayEx;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Stands in for an array in a network's forward pass: computes what it is asked for, and adds it to
 * the graph. Whoever wants to read its values is refused, since the graph couldn't follow.
 */
final class TracedArray implements InvocationHandler {
  private static final Set<String> FACTS =
      Set.of(
          "getShape",
          "getDataType",
          "getDevice",
          "getManager",
          "getName",
          "getUid",
          "size",
          "isReleased",
          "isSparse",
          "getSparseFormat",
          "attach",
          "detach",
          "close",
          "hashCode",
          "toString");
  private static final Pattern READING = Pattern.compile("to(.*Array|ByteBuffer|.*DebugString)");
  private static final Set<String> SAME = Set.of("stopGradient", "duplicate", "getArray");

  private final Trace trace;
  private final NDArray value;
  private final String name;

  TracedArray(Trace trace, NDArray value, String name) {
    this.trace = trace;
    this.value = value;
    this.name = name;
  }

  /** The traced array behind {@code array}, if it is one. */
  static Optional<TracedArray> of(Object array) {
    return Trace.standsIn(array) && Proxy.getInvocationHandler(array) instanceof TracedArray traced
        ? Optional.of(traced)
        : Optional.empty();
  }

  String name() {
    return name;
  }

  NDArray value() {
    return value;
  }

  NDArray array() {
    return (NDArray) proxy(NDArray.class);
  }

  private Object proxy(Class<?> type) {
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this);
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    Object[] given = arguments == null ? new Object[0] : arguments;
    if (method.getName().equals("equals")) {
      return proxy == given[0];
    }
    if (method.getName().equals("getNDArrayInternal")) {
      return proxy(NDArrayEx.class);
    }
    if (SAME.contains(method.getName())) {
      return array();
    }
    Object target =
        method.getDeclaringClass() == NDArrayEx.class ? value.getNDArrayInternal() : value;
    if (FACTS.contains(method.getName()) && given.length == method.getParameterCount()) {
      return compute(target, method, given);
    }
    var call = new Call(trace, this, method.getName(), Arrays.asList(given));
    if (Operators.knows(call)) {
      return traced(call, compute(target, method, given));
    }
    if (READING.matcher(method.getName()).matches()) {
      throw new CannotExport("it reads the values of an array");
    }
    if (method.isDefault()) {
      return InvocationHandler.invokeDefault(proxy, method, given);
    }
    throw new CannotExport("the operation '%s' has no form in it".formatted(method.getName()));
  }

  private static Object compute(Object target, Method method, Object[] given) throws Throwable {
    Object[] plain = new Object[given.length];
    for (int i = 0; i < plain.length; i++) {
      plain[i] = of(given[i]).<Object>map(TracedArray::value).orElse(given[i]);
    }
    try {
      return method.invoke(target, plain);
    } catch (InvocationTargetException failure) {
      throw failure.getCause();
    }
  }

  private Object traced(Call call, Object result) {
    NDArray array = result instanceof NDList list ? list.head() : (NDArray) result;
    NDArray follows = trace.traced(array, Operators.write(call, array.getShape()));
    return result instanceof NDList ? new NDList(follows) : follows;
  }
}

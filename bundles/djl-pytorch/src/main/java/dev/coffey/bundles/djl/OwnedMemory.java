package dev.coffey.bundles.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.Buffer;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.build.Plugin;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * Gives every PyTorch array memory of its own.
 *
 * <p>DJL 0.35.1 makes an array of Java numbers by lending PyTorch the memory of a Java buffer, and
 * lets go of the buffer when that array object is closed. Whatever else holds the tensor, a graph
 * that has yet to run backward, a gradient, a view, then reads memory that belongs to somebody
 * else: gradients are wrong or the process dies, once the garbage collector ran. {@code
 * set(Buffer)}, and with it {@code copyTo}, put such borrowed memory in the place of the array's
 * own.
 *
 * <p>Part of the build, not of the jar.
 */
public final class OwnedMemory implements Plugin {
  private static final Map<String, Class<?>> WOVEN =
      Map.of(
          "ai.djl.pytorch.jni.JniUtils", Copied.class,
          "ai.djl.pytorch.engine.PtNDArray", Overwritten.class);

  @Override
  public boolean matches(TypeDescription type) {
    return WOVEN.containsKey(type.getName());
  }

  @Override
  public DynamicType.Builder<?> apply(
      DynamicType.Builder<?> builder, TypeDescription type, ClassFileLocator classes) {
    ElementMatcher<MethodDescription> faulty =
        ElementMatchers.named("createNdFromByteBuffer")
            .or(ElementMatchers.named("set").and(ElementMatchers.takesArguments(Buffer.class)));
    if (type.getDeclaredMethods().filter(faulty).size() != 1) {
      throw new IllegalStateException(type + " has changed: is the fault still there?");
    }
    return builder.visit(Advice.to(WOVEN.get(type.getName())).on(faulty));
  }

  @Override
  public void close() {
    // holds nothing
  }

  /** On the CPU dense arrays are lent; all others are copied by DJL. */
  private static final class Copied {
    @Advice.OnMethodExit
    static void exit(
        @Advice.Argument(4) SparseFormat format,
        @Advice.Argument(5) Device device,
        @Advice.Return(readOnly = false) PtNDArray array) {
      if (format == SparseFormat.DENSE && !device.isGpu()) {
        PtNDArray lent = array;
        array = JniUtils.clone(lent);
        lent.close();
      }
    }
  }

  /** In the place of the method. */
  private static final class Overwritten {
    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean enter(@Advice.This PtNDArray array, @Advice.Argument(0) Buffer buffer) {
      try (NDArray source =
          array.getManager().create(buffer, array.getShape(), array.getDataType())) {
        array.set(new NDIndex("..."), source);
      }
      return true;
    }
  }
}

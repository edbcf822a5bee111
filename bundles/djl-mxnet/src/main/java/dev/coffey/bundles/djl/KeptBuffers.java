package dev.coffey.bundles.djl;

import java.lang.ref.Reference;
import java.nio.Buffer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.build.Plugin;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * Keeps a Java buffer alive while MXNet copies from it.
 *
 * <p>DJL 0.35.1's {@code JnaUtils.syncCopyFromCPU} takes the buffer's address and then calls MXNet
 * with nothing but the address. The buffer is unreachable by then, so a garbage collection during
 * the call frees the memory that is being copied, and the new array holds what somebody else wrote
 * there: now and then a wrong batch, without any error.
 *
 * <p>Part of the build, not of the jar.
 */
public final class KeptBuffers implements Plugin {
  private static final String METHOD = "syncCopyFromCPU";

  @Override
  public boolean matches(TypeDescription type) {
    return type.getName().equals("ai.djl.mxnet.jna.JnaUtils");
  }

  @Override
  public DynamicType.Builder<?> apply(
      DynamicType.Builder<?> builder, TypeDescription type, ClassFileLocator classes) {
    if (type.getDeclaredMethods().filter(ElementMatchers.named(METHOD)).size() != 1) {
      throw new IllegalStateException(METHOD + " has changed: is the fault still there?");
    }
    return builder.visit(Advice.to(Fence.class).on(ElementMatchers.named(METHOD)));
  }

  @Override
  public void close() {
    // holds nothing
  }

  private static final class Fence {
    @SuppressWarnings("ReachabilityFenceUsage") // woven in, it is in one: onThrowable
    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Argument(1) Buffer buffer) {
      Reference.reachabilityFence(buffer);
    }
  }
}

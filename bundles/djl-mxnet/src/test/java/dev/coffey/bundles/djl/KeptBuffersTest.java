package dev.coffey.bundles.djl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

/**
 * Looks at the woven class: a test that collects garbage while arrays are made meets the fault less
 * than once in a thousand arrays.
 */
class KeptBuffersTest {
  @Test
  void theBufferIsHeldAfterTheNativeCall() throws IOException {
    var calls = callsOf("syncCopyFromCPU");

    assertThat(calls).contains("MXNDArraySyncCopyFromCPU");
    assertThat(calls.subList(calls.indexOf("MXNDArraySyncCopyFromCPU"), calls.size()))
        .contains("reachabilityFence");
  }

  /** Names of the methods that {@code method} calls, in the order of the code. */
  private static List<String> callsOf(String method) throws IOException {
    var calls = new ArrayList<String>();
    try (var in = KeptBuffersTest.class.getResourceAsStream("/ai/djl/mxnet/jna/JnaUtils.class")) {
      new ClassReader(in)
          .accept(
              new ClassVisitor(Opcodes.ASM9) {
                @Override
                public MethodVisitor visitMethod(
                    int access, String name, String type, String signature, String[] exceptions) {
                  return name.equals(method) ? noting(calls) : null;
                }
              },
              ClassReader.SKIP_DEBUG);
    }
    return calls;
  }

  private static MethodVisitor noting(List<String> calls) {
    return new MethodVisitor(Opcodes.ASM9) {
      @Override
      public void visitMethodInsn(int code, String owner, String name, String type, boolean of) {
        calls.add(name);
      }
    };
  }
}

package dev.coffey.nn.file;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.coffey.nn.test.TestBench;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArrayCopyTest {
  private static final Shape SHAPE = new Shape(2, 2);

  private final TestBench bench = TestBench.open(1);
  private final NDManager memory = bench.workspace().memory();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void theCopyIsIndependentOfItsSource() {
    NDArray source = memory.create(new float[] {1, 2, 3, 4}, SHAPE);
    NDArray target = memory.zeros(SHAPE);

    ArrayCopy.into(source, target);
    source.addi(1);

    assertThat(target.toFloatArray()).containsExactly(1, 2, 3, 4);
  }

  /** An array object for a gradient is closed long before the gradient is used again. */
  @Test
  void aGradientThatWasOverwrittenStaysAsItIsWhenGarbageIsCollected() {
    NDArray weight = memory.create(new float[] {1, 2, 3, 4}, SHAPE);
    weight.setRequiresGradient(true);
    try (GradientCollector collector = memory.getEngine().newGradientCollector()) {
      collector.backward(weight.square().sum());
    }

    for (int i = 0; i < 10; i++) {
      try (NDArray gradient = weight.getGradient()) {
        ArrayCopy.into(memory.zeros(SHAPE), gradient);
      }
      System.gc();
      for (int j = 0; j < 1000; j++) {
        ByteBuffer.allocateDirect(16).putFloat(0, 1e30f);
      }
      assertThat(weight.getGradient().toFloatArray()).containsExactly(0, 0, 0, 0);
    }
  }
}

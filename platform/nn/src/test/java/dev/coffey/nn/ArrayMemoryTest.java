package dev.coffey.nn;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.coffey.nn.test.TestBench;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What Coffey relies on and DJL 0.35.1 breaks: bundles/djl-mxnet and bundles/djl-pytorch mend it.
 */
class ArrayMemoryTest {
  private static final Shape SHAPE = new Shape(2, 2);

  private final TestBench bench = TestBench.open(1);
  private final NDManager memory = bench.workspace().memory();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void anArrayDoesNotShareTheMemoryItWasMadeOf() {
    ByteBuffer numbers = direct(1, 2, 3, 4);
    NDArray array = memory.create(numbers, SHAPE, DataType.FLOAT32);

    numbers.putFloat(0, 9);

    assertThat(array.toFloatArray()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void anArrayDoesNotShareTheMemoryItWasSetFrom() {
    ByteBuffer numbers = direct(1, 2, 3, 4);
    NDArray array = memory.zeros(SHAPE);

    array.set(numbers);
    numbers.putFloat(0, 9);

    assertThat(array.toFloatArray()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void aScalarCanBeSet() {
    NDArray scalar = memory.create(0f);

    scalar.set(new float[] {3});

    assertThat(scalar.getFloat()).isEqualTo(3);
  }

  @Test
  void aCopyIsIndependentOfItsSource() {
    NDArray source = memory.create(new float[] {1, 2, 3, 4}, SHAPE);
    NDArray target = memory.zeros(SHAPE);

    source.copyTo(target);
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
        memory.zeros(SHAPE).copyTo(gradient);
      }
      collectGarbage();
      assertThat(weight.getGradient().toFloatArray()).containsExactly(0, 0, 0, 0);
    }
  }

  /** {@code mul(number)} closes the number's array while the graph still needs it. */
  @Test
  void aGraphKeepsItsNumbersWhenGarbageIsCollected() {
    NDArray weight = memory.create(new float[] {1, 2, 3, 4}, SHAPE);
    weight.setRequiresGradient(true);

    for (int i = 0; i < 10; i++) {
      try (GradientCollector collector = memory.getEngine().newGradientCollector()) {
        NDArray loss = weight.mul(3f).pow(2f).sum();
        collectGarbage();
        collector.backward(loss);
      }
      assertThat(weight.getGradient().toFloatArray()).containsExactly(18, 36, 54, 72);
      weight.getGradient().muli(0);
    }
  }

  private static void collectGarbage() {
    System.gc();
    for (int j = 0; j < 1000; j++) {
      ByteBuffer.allocateDirect(16).putFloat(0, 1e30f);
    }
  }

  private static ByteBuffer direct(float... numbers) {
    ByteBuffer buffer =
        ByteBuffer.allocateDirect(4 * numbers.length).order(ByteOrder.nativeOrder());
    buffer.asFloatBuffer().put(numbers);
    return buffer;
  }
}

package dev.coffey.lab.method;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowStoreTest {
  private static final int ROW = 1 << 18; // four rows a chunk

  @ParameterizedTest
  @ValueSource(ints = {0, 1 << 20, RowStore.HEAP_FLOATS})
  void rowsComeBackInTheOrderTheyAreAskedForFromHeapAndFile(int heapFloats) {
    var store = new RowStore(ROW, heapFloats);
    for (int index = 0; index < 10; index++) {
      store.put(new long[] {index}, row(index));
    }

    float[] rows = store.get(new long[] {9, 0, 4});

    assertThat(rows).hasSize(3 * ROW);
    assertThat(new float[] {rows[0], rows[ROW], rows[2 * ROW], rows[3 * ROW - 1]})
        .containsExactly(9, 0, 4, 4);
    assertThat(store.hasAll(new long[] {1, 9})).isTrue();
    assertThat(store.hasAll(new long[] {1, 10})).isFalse();
  }

  private static float[] row(int value) {
    var row = new float[ROW];
    java.util.Arrays.fill(row, value);
    return row;
  }
}

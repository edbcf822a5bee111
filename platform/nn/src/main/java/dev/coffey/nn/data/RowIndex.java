package dev.coffey.nn.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Finds rows by their stable index. */
final class RowIndex {
  private final Map<Long, Integer> rows = new HashMap<>();

  RowIndex(ImageStore store, int[] chosen) {
    for (int row : chosen) {
      rows.put(store.index(row), row);
    }
  }

  int[] rows(long... index) {
    return Arrays.stream(index).mapToInt(this::row).toArray();
  }

  private int row(long index) {
    Integer row = rows.get(index);
    if (row == null) {
      throw new IllegalArgumentException(
          "there is no sample with index %d among %d".formatted(index, rows.size()));
    }
    return row;
  }
}

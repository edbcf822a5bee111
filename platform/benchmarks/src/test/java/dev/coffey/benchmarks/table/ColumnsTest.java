package dev.coffey.benchmarks.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {
  @Test
  void columnsAreAsWideAsTheirWidestCell() {
    var columns =
        new Columns(
            List.of(new Row("what", "median", "", "", "wanted"), new Row("a", "1", "", "", "")));

    assertThat(columns.lines()).containsExactly("what  median      wanted", "a     1");
  }
}

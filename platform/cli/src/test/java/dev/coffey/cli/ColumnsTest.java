package dev.coffey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ColumnsTest {
  @Test
  void columnsAreAsWideAsTheirWidestCellAndLinesEndWithoutSpaces() {
    var bytes = new ByteArrayOutputStream();
    new Columns()
        .add("id", "version")
        .add("cross-entropy", "1.0")
        .print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("id             version", "cross-entropy  1.0");
  }
}

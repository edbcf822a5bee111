package dev.coffey.nn.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.coffey.nn.test.TestBench;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArrayFileTest {
  private final TestBench bench = TestBench.open(1);
  private final NDManager memory = bench.workspace().memory();

  @AfterEach
  void close() {
    bench.close();
  }

  private byte[] written() throws IOException {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    arrays.put("floats", memory.create(new float[] {1, -2, 3, 4, 5, 6}, new Shape(2, 3)));
    arrays.put("longs", memory.create(new long[] {1L << 40, -1}));
    arrays.put("scalar", memory.create(7f));
    var out = new ByteArrayOutputStream();
    ArrayFile.write(out, arrays);
    return out.toByteArray();
  }

  private static Map<String, ArrayFile.Content> read(byte[] bytes) throws IOException {
    return ArrayFile.read(new ByteArrayInputStream(bytes));
  }

  @Test
  void whatWasWrittenComesBack() throws IOException {
    Map<String, ArrayFile.Content> contents = read(written());

    assertThat(contents.keySet()).containsExactly("floats", "longs", "scalar");
    assertThat(contents.get("floats").shape()).isEqualTo(new Shape(2, 3));
    assertThat(contents.get("floats").create(memory).toFloatArray())
        .containsExactly(1, -2, 3, 4, 5, 6);
    assertThat(contents.get("longs").type()).isEqualTo(DataType.INT64);
    assertThat(contents.get("longs").create(memory).toLongArray()).containsExactly(1L << 40, -1);
    assertThat(contents.get("scalar").create(memory).getFloat()).isEqualTo(7);
  }

  @Test
  void theSameArraysGiveTheSameBytes() throws IOException {
    assertThat(written()).isEqualTo(written());
  }

  @Test
  void everyChangedByteIsNoticed() throws IOException {
    byte[] bytes = written();
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 0x41;
      assertThatThrownBy(() -> read(changed)).as("byte %d", i).isInstanceOf(IOException.class);
    }
  }

  @Test
  void otherVersionsAndOtherFilesAreRefused() throws IOException {
    byte[] newer = written();
    newer[7] = 2;

    assertThatThrownBy(() -> read(newer))
        .hasMessage("the arrays are saved in format 2, this version of Coffey reads 1");
    assertThatThrownBy(
            () -> read("not arrays at all".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .hasMessage("the stream does not hold arrays saved by Coffey");
  }
}

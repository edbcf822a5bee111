package dev.coffey.lab.method;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of numbers, each under a sample's index. The first {@value #HEAP_FLOATS} floats are kept on
 * the heap, what is more in a temporary file that is mapped into memory. Not thread-safe.
 */
final class RowStore {
  static final int HEAP_FLOATS = 1 << 23;
  private static final int CHUNK_FLOATS = 1 << 20;

  private final int rowSize;
  private final int rowsPerChunk;
  private final int heapChunks;
  private final Map<Long, Integer> slots = new HashMap<>();
  private final List<FloatBuffer> chunks = new ArrayList<>();

  /** {@code rowSize}: floats in a row. */
  RowStore(int rowSize) {
    this(rowSize, HEAP_FLOATS);
  }

  RowStore(int rowSize, int heapFloats) {
    this.rowSize = rowSize;
    this.rowsPerChunk = Math.max(1, CHUNK_FLOATS / rowSize);
    this.heapChunks = heapFloats / (rowsPerChunk * rowSize);
  }

  boolean hasAll(long[] indices) {
    for (long index : indices) {
      if (!slots.containsKey(index)) {
        return false;
      }
    }
    return true;
  }

  /** The rows of {@code indices}, one after the other. All must be there. */
  float[] get(long[] indices) {
    var rows = new float[indices.length * rowSize];
    for (int i = 0; i < indices.length; i++) {
      int slot = slots.get(indices[i]);
      chunks.get(slot / rowsPerChunk).get(placeOf(slot), rows, i * rowSize, rowSize);
    }
    return rows;
  }

  /** Keeps rows that are not there yet. */
  void put(long[] indices, float[] rows) {
    for (int i = 0; i < indices.length; i++) {
      if (!slots.containsKey(indices[i])) {
        int slot = slots.size();
        chunkOf(slot).put(placeOf(slot), rows, i * rowSize, rowSize);
        slots.put(indices[i], slot);
      }
    }
  }

  private int placeOf(int slot) {
    return slot % rowsPerChunk * rowSize;
  }

  private FloatBuffer chunkOf(int slot) {
    int chunk = slot / rowsPerChunk;
    if (chunk == chunks.size()) {
      int floats = rowsPerChunk * rowSize;
      chunks.add(chunk < heapChunks ? FloatBuffer.allocate(floats) : mapped(floats));
    }
    return chunks.get(chunk);
  }

  /** The mapping outlives the file's name: nothing is left behind, however the process ends. */
  private static FloatBuffer mapped(int floats) {
    try {
      Path file = Files.createTempFile("coffey-teacher-", ".cache");
      try (var channel =
          FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        ByteBuffer bytes =
            channel.map(FileChannel.MapMode.READ_WRITE, 0, (long) floats * Float.BYTES);
        return bytes.order(ByteOrder.nativeOrder()).asFloatBuffer();
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException noRoom) {
      throw new UncheckedIOException(
          "the teacher's outputs find no room in the temporary folder; teacher.cache: false does"
              + " without",
          noRoom);
    }
  }
}

package dev.coffey.nn.file;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * Named arrays in a stream. Big-endian header {@code CFYA}, version, number of arrays; for each its
 * name, element type, rank, dimensions and little-endian elements; at the end a CRC-32 of all that.
 * The same arrays always give the same bytes. Reads exactly the bytes it wrote, so that several may
 * follow each other in one stream.
 */
public final class ArrayFile {
  private static final int MAGIC = 0x43465941;
  private static final int VERSION = 1;
  private static final int HIGHEST_RANK = 32;

  private ArrayFile() {}

  /** One array as it was stored: shape, type, and bytes in the machine's order. */
  public static final class Content {
    private final Shape shape;
    private final DataType type;
    private final byte[] bytes;

    private Content(Shape shape, DataType type, byte[] bytes) {
      this.shape = shape;
      this.type = type;
      this.bytes = bytes;
    }

    /** Its shape. */
    public Shape shape() {
      return shape;
    }

    /** Its element type. */
    public DataType type() {
      return type;
    }

    /** Makes an array of it. */
    public NDArray create(NDManager manager) {
      return manager.create(ByteBuffer.wrap(bytes), shape, type);
    }

    /** Whether shape and type are those of {@code array}. */
    public boolean fits(NDArray array) {
      return shape.equals(array.getShape()) && type == array.getDataType();
    }

    /** Overwrites the elements of {@code target}, which must fit. */
    public void copyInto(NDArray target) {
      // by an operator: inference leaves weights in oneDNN's own layout, whose memory can't be
      // written (MXNet: "We can't generate TBlob for MKLDNN data")
      try (NDManager own = target.getManager().newSubManager()) {
        create(own).copyTo(target);
      }
    }
  }

  /** Writes {@code arrays} in their order. The stream stays open. */
  public static void write(OutputStream out, Map<String, NDArray> arrays) throws IOException {
    var checked = new CheckedOutputStream(out, new CRC32());
    var data = new DataOutputStream(checked);
    data.writeInt(MAGIC);
    data.writeInt(VERSION);
    data.writeInt(arrays.size());
    for (var entry : arrays.entrySet()) {
      write(data, entry.getKey(), entry.getValue());
    }
    data.writeInt((int) checked.getChecksum().getValue());
    data.flush();
  }

  private static void write(DataOutputStream data, String name, NDArray array) throws IOException {
    long[] dimensions = array.getShape().getShape();
    data.writeUTF(name);
    data.writeUTF(array.getDataType().name());
    data.writeInt(dimensions.length);
    for (long dimension : dimensions) {
      data.writeLong(dimension);
    }
    ByteBuffer elements = array.toByteBuffer();
    byte[] bytes = new byte[elements.remaining()];
    elements.get(bytes);
    data.write(bytes);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if the stream ends early, isn't in this format, or was changed
   */
  public static Map<String, Content> read(InputStream in) throws IOException {
    var checked = new CheckedInputStream(in, new CRC32());
    var data = new DataInputStream(checked);
    try {
      if (data.readInt() != MAGIC) {
        throw new IOException("the stream does not hold arrays saved by Coffey");
      }
      int version = data.readInt();
      if (version != VERSION) {
        throw new IOException(
            "the arrays are saved in format %d, this version of Coffey reads %d"
                .formatted(version, VERSION));
      }
      int count = data.readInt();
      Map<String, Content> contents = new LinkedHashMap<>();
      for (int i = 0; i < count; i++) {
        contents.put(data.readUTF(), content(data));
      }
      int expected = (int) checked.getChecksum().getValue();
      if (data.readInt() != expected) {
        throw new IOException("the saved arrays are damaged: their checksum is wrong");
      }
      return contents;
    } catch (EOFException early) {
      throw new IOException("the saved arrays are damaged: the stream ends too early", early);
    }
  }

  private static Content content(DataInputStream data) throws IOException {
    DataType type = type(data.readUTF());
    int rank = data.readInt();
    if (rank < 0 || rank > HIGHEST_RANK) {
      throw new IOException("the saved arrays are damaged: an array of rank " + rank);
    }
    long[] dimensions = new long[rank];
    for (int i = 0; i < rank; i++) {
      dimensions[i] = data.readLong();
    }
    int length = length(dimensions, type);
    byte[] bytes = data.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return new Content(new Shape(dimensions), type, bytes);
  }

  private static DataType type(String name) throws IOException {
    try {
      return DataType.valueOf(name);
    } catch (IllegalArgumentException unknown) {
      throw new IOException("the saved arrays are damaged: element type " + name, unknown);
    }
  }

  private static int length(long[] dimensions, DataType type) throws IOException {
    long length = type.getNumOfBytes();
    for (long dimension : dimensions) {
      if (dimension < 0 || dimension > Integer.MAX_VALUE) {
        throw new IOException("the saved arrays are damaged: a dimension of " + dimension);
      }
      length *= dimension;
      if (length > Integer.MAX_VALUE) {
        throw new IOException("the saved arrays are damaged: an array of " + length + " bytes");
      }
    }
    return (int) length;
  }
}

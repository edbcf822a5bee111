package dev.coffey.nn.idx;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes IDX files for tests. */
public record IdxFolder(Path path) {
  /** The files that ship, seen from a module two folders deep. */
  public static final Path MNIST =
      Path.of("../../bundles/data-mnist/src/main/resources/data/mnist");

  /** Images whose row r has label r % classes and pixels 10·label + position. */
  public IdxFolder with(String prefix, int count, int classes, int... shape) {
    var labels = new byte[count];
    var pixels = ByteBuffer.allocate(count * product(shape));
    for (int row = 0; row < count; row++) {
      labels[row] = (byte) (row % classes);
      for (int at = 0; at < product(shape); at++) {
        pixels.put((byte) (10 * labels[row] + at + row / classes));
      }
    }
    write(prefix + "-images-idx3-ubyte", idx(pixels.array(), count, shape));
    write(prefix + "-labels-idx1-ubyte", idx(labels, count));
    return this;
  }

  /** The bytes of an IDX file. */
  public static byte[] idx(byte[] values, int count, int... shape) {
    var file = ByteBuffer.allocate(8 + 4 * shape.length + values.length);
    file.putInt(0x0801 + shape.length).putInt(count);
    for (int size : shape) {
      file.putInt(size);
    }
    return file.put(values).array();
  }

  /** Writes a file of the folder. */
  public void write(String name, byte[] content) {
    try {
      Files.write(path.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a file of the folder, compressed. */
  public void writeCompressed(String name, byte[] content) {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path.resolve(name)))) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int product(int... sizes) {
    int product = 1;
    for (int size : sizes) {
      product *= size;
    }
    return product;
  }
}

package dev.coffey.nn.idx;

import static java.util.stream.Collectors.joining;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/**
 * An IDX file of unsigned bytes: the magic number 0x0000080R with R the number of axes, R
 * big-endian 32-bit sizes, then the values, last axis fastest. Source: the description of the
 * format on the MNIST page of LeCun, Cortes and Burges.
 */
public final class IdxArray {
  private static final int UNSIGNED_BYTES = 0x0800;

  private final String place;
  private final int[] sizes;
  private final byte[] values;

  private IdxArray(String place, int[] sizes, byte[] values) {
    this.place = place;
    this.sizes = sizes;
    this.values = values;
  }

  /**
   * Reads {@code file}.
   *
   * @param axes numbers of axes that are welcome
   * @throws UncheckedIOException if the file cannot be read or is damaged; the message names it
   */
  public static IdxArray read(DataFile file, List<Integer> axes) {
    try (var in = new DataInputStream(file.open())) {
      return parse(file.place(), in, axes);
    } catch (IOException broken) {
      var reason = broken instanceof EOFException ? "it ends too early" : broken.getMessage();
      throw damaged(file.place(), "cannot be read: " + reason, broken);
    }
  }

  private static IdxArray parse(String place, DataInputStream in, List<Integer> axes)
      throws IOException {
    int magic = in.readInt();
    int rank = magic - UNSIGNED_BYTES;
    if (!axes.contains(rank)) {
      var expected =
          axes.stream().map(n -> "0x%08x".formatted(UNSIGNED_BYTES + n)).collect(joining(" or "));
      throw damaged(place, "starts with 0x%08x, expected %s".formatted(magic, expected));
    }
    int[] sizes = new int[rank];
    for (int axis = 0; axis < rank; axis++) {
      sizes[axis] = in.readInt();
    }
    return new IdxArray(place, sizes, values(place, in, sizes));
  }

  private static byte[] values(String place, InputStream in, int[] sizes) throws IOException {
    long announced = Arrays.stream(sizes).asLongStream().reduce(1, IdxArray::product);
    if (Arrays.stream(sizes).anyMatch(size -> size < 1) || announced > Integer.MAX_VALUE - 8) {
      throw damaged(
          place, "has the size " + text(sizes) + ", expected 1 to 2147483639 values in all");
    }
    // Not an array of the announced size: a damaged header must not ask for gigabytes.
    byte[] values = in.readNBytes((int) announced);
    if (values.length < announced) {
      throw damaged(
          place,
          "ends after %d values, expected %d (%s)"
              .formatted(values.length, announced, text(sizes)));
    }
    // Reading on to the end also has the checksum of a compressed file checked.
    if (in.read() >= 0) {
      throw damaged(
          place, "goes on after the %d values (%s) it announces".formatted(announced, text(sizes)));
    }
    return values;
  }

  private static long product(long left, long right) {
    // Sizes are below 2^31, so capping the left factor keeps the product below 2^63.
    return Math.min(left, Integer.MAX_VALUE) * right;
  }

  private static String text(int[] sizes) {
    return Arrays.stream(sizes).mapToObj(Integer::toString).collect(joining("x"));
  }

  private static UncheckedIOException damaged(String place, String what) {
    return damaged(place, what, new IOException(what));
  }

  private static UncheckedIOException damaged(String place, String what, IOException cause) {
    return new UncheckedIOException(place + " " + what, cause);
  }

  /** Where it was read from, for messages. */
  public String place() {
    return place;
  }

  /** Number of axes. */
  public int axes() {
    return sizes.length;
  }

  /** Size of one axis. */
  public int size(int axis) {
    return sizes[axis];
  }

  /** The values themselves, not a copy. */
  public byte[] values() {
    return values;
  }
}

package dev.coffey.nn.idx;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * A file that was found.
 *
 * @param place where it is, for messages; ends in {@code .gz} if it is compressed
 * @param content opens it as it is stored
 */
public record DataFile(String place, Content content) {
  private static final int BUFFER = 1 << 16;

  /** Opens the stored bytes. */
  @FunctionalInterface
  public interface Content {
    InputStream open() throws IOException;
  }

  /** Opens the content, unpacked. */
  public InputStream open() throws IOException {
    var stored = content.open();
    if (!place.endsWith(".gz")) {
      return stored;
    }
    try {
      return new GZIPInputStream(stored, BUFFER);
    } catch (IOException notGzip) {
      stored.close();
      throw notGzip;
    }
  }
}

package dev.coffey.nn.idx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;

/**
 * Compressed files that another bundle exports as a resource package.
 *
 * @param loader sees the package
 * @param folder the package as a path, {@code data/mnist}
 * @param absent what to tell the user if a file is not there
 */
public record ClassPathFiles(ClassLoader loader, String folder, String absent)
    implements FileSource {
  @Override
  public DataFile find(String name) {
    var resource = folder + "/" + name + ".gz";
    var url = loader.getResource(resource);
    if (url == null) {
      throw new UncheckedIOException(absent, new NoSuchFileException(resource));
    }
    return new DataFile(resource, () -> open(resource));
  }

  private InputStream open(String resource) throws IOException {
    var stream = loader.getResourceAsStream(resource);
    if (stream == null) {
      throw new NoSuchFileException(resource);
    }
    return stream;
  }
}

package dev.coffey.nn.idx;

import java.io.UncheckedIOException;

/** Where the files of a dataset come from. */
@FunctionalInterface
public interface FileSource {
  /**
   * The file called {@code name}, or {@code name.gz}. Nothing is read yet.
   *
   * @throws UncheckedIOException if there is neither; the message says where it was looked for
   */
  DataFile find(String name);
}

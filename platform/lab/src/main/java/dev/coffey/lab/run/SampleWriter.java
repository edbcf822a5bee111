package dev.coffey.lab.run;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffey.api.Tensors;
import dev.coffey.lab.store.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Appends batches to the files of a {@link SamplePool}; nobody sees them before the end. Kept are
 * {@code x} and what has no more than one row of numbers a sample (labels, soft labels); images
 * that {@code x} was made of are not, nor is {@code index}.
 */
final class SampleWriter implements AutoCloseable {
  private final Path folder;
  private final List<SampleColumn> columns = new ArrayList<>();
  private final List<FileChannel> channels = new ArrayList<>();
  private long count;

  /** Writes into {@code folder}. */
  SampleWriter(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder);
  }

  /** Appends a batch; all must have the same arrays, with the samples on their first axis. */
  void append(Tensors batch) throws IOException {
    if (columns.isEmpty()) {
      for (String name : batch.names()) {
        if (isKept(name, batch.get(name))) {
          open(name, batch.get(name));
        }
      }
    }
    for (int i = 0; i < columns.size(); i++) {
      ByteBuffer bytes = batch.get(columns.get(i).name()).toByteBuffer();
      while (bytes.hasRemaining()) {
        channels.get(i).write(bytes);
      }
    }
    count += batch.get(columns.get(0).name()).getShape().get(0);
  }

  private static boolean isKept(String name, NDArray array) {
    return name.equals("x") || (!name.equals("index") && array.getShape().dimension() < 3);
  }

  private void open(String name, NDArray array) throws IOException {
    var column = SampleColumn.of(name, array.getDataType(), array.getShape().slice(1));
    columns.add(column);
    channels.add(
        FileChannel.open(
            temporary(column),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING));
  }

  private Path temporary(SampleColumn column) {
    return folder.resolve("." + column.file() + ".tmp");
  }

  /** Makes the files what they are called; the pool can be read now. */
  void finish() throws IOException {
    for (int i = 0; i < columns.size(); i++) {
      channels.get(i).force(true);
      Path file = folder.resolve(columns.get(i).file());
      Files.move(temporary(columns.get(i)), file, StandardCopyOption.REPLACE_EXISTING);
    }
    var index = new SamplePool.Index(count, columns);
    AtomicFile.write(
        folder.resolve(SamplePool.INDEX),
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(index));
  }

  @Override
  public void close() throws IOException {
    for (int i = 0; i < columns.size(); i++) {
      channels.get(i).close();
      Files.deleteIfExists(temporary(columns.get(i)));
    }
  }
}

package dev.coffey.lab.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Dataset.Source;
import dev.coffey.api.Run;
import dev.coffey.lab.store.ContentDigest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Samples that a stage made, read from mapped files. {@code samples.json} lists the arrays. */
final class SamplePool {
  static final String INDEX = "samples.json";

  private static final int SEGMENT = 1 << 28;

  private final Path folder;
  private final Index index;
  private final String digest;
  private final Map<String, List<MappedByteBuffer>> segments = new HashMap<>();

  /** What is in the folder. */
  record Index(long count, List<SampleColumn> columns) {}

  private SamplePool(Path folder, Index index) {
    this.folder = folder;
    this.index = index;
    index.columns().forEach(column -> segments.put(column.name(), map(column)));
    this.digest = digest();
  }

  /** The pool in {@code folder}, if it is whole. {@code sha256}: that it had when it was made. */
  static Optional<SamplePool> open(Path folder, String sha256) throws IOException {
    Optional<SamplePool> pool = open(folder);
    return pool.filter(one -> one.sha256().equals(sha256));
  }

  /** The pool in {@code folder}, if its files have the sizes they should. */
  static Optional<SamplePool> open(Path folder) throws IOException {
    Path file = folder.resolve(INDEX);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Index index = new ObjectMapper().readValue(file.toFile(), Index.class);
    for (SampleColumn column : index.columns()) {
      Path array = folder.resolve(column.file());
      if (!Files.exists(array) || Files.size(array) != index.count() * column.rowBytes()) {
        return Optional.empty();
      }
    }
    return Optional.of(new SamplePool(folder, index));
  }

  private static int rowsPerSegment(SampleColumn column) {
    return Math.max(1, SEGMENT / Math.max(1, column.rowBytes()));
  }

  private List<MappedByteBuffer> map(SampleColumn column) {
    var mapped = new ArrayList<MappedByteBuffer>();
    try (var channel = FileChannel.open(folder.resolve(column.file()), StandardOpenOption.READ)) {
      long size = channel.size();
      long step = (long) rowsPerSegment(column) * column.rowBytes();
      for (long at = 0; at < size; at += step) {
        mapped.add(channel.map(FileChannel.MapMode.READ_ONLY, at, Math.min(step, size - at)));
      }
      return mapped;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the samples in " + folder, e);
    }
  }

  private String digest() {
    var text = new StringBuilder().append(index.count());
    for (SampleColumn column : index.columns()) {
      text.append(' ').append(column).append(' ');
      segments
          .get(column.name())
          .forEach(part -> text.append(ContentDigest.of(part.duplicate())).append(' '));
    }
    return ContentDigest.of(text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** SHA-256 over the content of all arrays. */
  String sha256() {
    return digest;
  }

  long count() {
    return index.count();
  }

  List<SampleColumn> columns() {
    return index.columns();
  }

  /** Samples {@code rows} of {@code column}, in this order. */
  ByteBuffer rows(SampleColumn column, int[] rows) {
    int size = column.rowBytes();
    int perSegment = rowsPerSegment(column);
    List<MappedByteBuffer> parts = segments.get(column.name());
    ByteBuffer chosen = ByteBuffer.allocateDirect(rows.length * size);
    for (int row : rows) {
      chosen.put(chosen.position(), parts.get(row / perSegment), row % perSegment * size, size);
      chosen.position(chosen.position() + size);
    }
    return chosen.flip().order(ByteOrder.nativeOrder());
  }

  /**
   * The samples as a dataset's split.
   *
   * @param run gives the scratch manager of batches
   * @param spec what the experiment's data looks like
   * @throws IllegalArgumentException if the samples look otherwise
   */
  Source source(Run run, DataSpec spec) {
    var inputs = index.columns().stream().filter(column -> column.name().equals("x")).findFirst();
    if (inputs.filter(column -> column.perSample().equals(spec.input())).isEmpty()) {
      throw new IllegalArgumentException(
          "the samples must have x of shape %s, as the experiment's data has, but have %s"
              .formatted(spec.input(), index.columns()));
    }
    return new PoolSource(run, spec, this);
  }
}

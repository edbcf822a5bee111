package dev.coffey.nn.data;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Dataset;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Images in memory, one byte a value, with labels: the base of image datasets. Batches hold {@code
 * x} = bytes / 255, float32, (N, C, H, W), {@code index}, int64, (N), and {@code y}, int32, (N).
 */
public final class ByteImages implements Dataset.Source {
  private final Run run;
  private final DataSpec spec;
  private final ImageStore store;
  private final int[] rows;
  private Optional<RowIndex> rowIndex = Optional.empty();
  private Optional<String> digest = Optional.empty();

  /**
   * Over all images.
   *
   * @param run gives the scratch manager of batches
   * @param spec input (C, H, W) and classes
   * @param pixels N·C·H·W bytes, 0 to 255, not copied
   * @param labels N class ids in [0, classes), or none at all
   * @param index N stable indices, unique
   */
  public ByteImages(Run run, DataSpec spec, byte[] pixels, int[] labels, long[] index) {
    this(
        run,
        spec,
        new ImageStore(spec, pixels, labels, index),
        IntStream.range(0, index.length).toArray());
  }

  private ByteImages(Run run, DataSpec spec, ImageStore store, int[] rows) {
    this.run = requireNonNull(run, "run is null");
    this.spec = requireNonNull(spec, "spec is null");
    this.store = store;
    this.rows = rows;
  }

  /** These rows (counted from 0 within this source), in this order. Pixels are shared. */
  public ByteImages subset(int[] chosen) {
    return new ByteImages(run, spec, store, Arrays.stream(chosen).map(row -> rows[row]).toArray());
  }

  /**
   * {@code count} rows with the classes in equal numbers (they differ by one at most), in the order
   * of this source.
   *
   * @param random draws the rows, and the classes that get one more
   * @throws IllegalArgumentException if a class has too few; the message names it
   */
  public ByteImages balanced(int count, RandomGenerator random) {
    if (!store.labelled()) {
      throw new IllegalArgumentException("samples without labels cannot be balanced by class");
    }
    int[] labels = Arrays.stream(rows).map(store::label).toArray();
    return subset(new BalancedDraw(labels, spec.classes()).draw(count, random));
  }

  /** Stable indices of the samples, in the order of this source. */
  public long[] index() {
    return store.indices(rows);
  }

  @Override
  public DataSpec spec() {
    return spec;
  }

  @Override
  public synchronized String digest() {
    if (digest.isEmpty()) {
      digest = Optional.of(store.digest(rows));
    }
    return digest.get();
  }

  @Override
  public long size() {
    return rows.length;
  }

  @Override
  public Iterator<Tensors> batches(int size, RandomGenerator order) {
    if (size < 1) {
      throw new IllegalArgumentException("a batch must have at least 1 sample, not " + size);
    }
    int[] sequence = rows.clone();
    if (order != null) {
      Permutation.shuffle(sequence, order);
    }
    return new Batches(sequence, size);
  }

  @Override
  public Tensors rows(long... index) {
    int[] chosen = rowIndex().rows(index);
    ByteBuffer bytes = buffer(index.length);
    store.copy(chosen, bytes);
    return batch(chosen, bytes);
  }

  private synchronized RowIndex rowIndex() {
    if (rowIndex.isEmpty()) {
      rowIndex = Optional.of(new RowIndex(store, rows));
    }
    return rowIndex.get();
  }

  private ByteBuffer buffer(int count) {
    return ByteBuffer.allocateDirect(count * store.imageSize()).order(ByteOrder.nativeOrder());
  }

  /** {@code bytes}: those of the rows {@code chosen}. */
  private Tensors batch(int[] chosen, ByteBuffer bytes) {
    NDManager scratch = run.scratch();
    Shape shape = new Shape(chosen.length).addAll(spec.input());
    Tensors batch =
        Tensors.of("x", scaled(scratch, bytes, shape))
            .with("index", scratch.create(store.indices(chosen)));
    return store.labelled() ? batch.with("y", scratch.create(store.labels(chosen))) : batch;
  }

  private static NDArray scaled(NDManager scratch, ByteBuffer bytes, Shape shape) {
    try (NDArray raw = scratch.create(bytes, shape, DataType.UINT8)) {
      NDArray values = raw.toType(DataType.FLOAT32, true);
      return values.divi(255);
    }
  }

  /** While one batch is trained on, another thread gathers the bytes of the next. */
  private final class Batches implements Iterator<Tensors> {
    private final int[] sequence;
    private final int size;

    /** Two for all batches: memory outside the heap is given back late. */
    private final ByteBuffer[] buffers;

    private int next;
    private CompletableFuture<ByteBuffer> ahead;

    private Batches(int[] sequence, int size) {
      this.sequence = sequence;
      this.size = size;
      int most = Math.min(size, sequence.length);
      this.buffers = new ByteBuffer[] {buffer(most), buffer(most)};
      this.ahead = gather();
    }

    private CompletableFuture<ByteBuffer> gather() {
      int[] chosen = chosen();
      ByteBuffer bytes = buffers[next / size % 2];
      return CompletableFuture.supplyAsync(
          () -> {
            store.copy(chosen, bytes);
            return bytes;
          });
    }

    private int[] chosen() {
      return Arrays.copyOfRange(sequence, next, Math.min(sequence.length, next + size));
    }

    @Override
    public boolean hasNext() {
      return next < sequence.length;
    }

    @Override
    public Tensors next() {
      if (!hasNext()) {
        throw new NoSuchElementException("all %d samples were given".formatted(next));
      }
      int[] chosen = chosen();
      ByteBuffer bytes = ahead.join();
      next += chosen.length;
      Tensors batch = batch(chosen, bytes);
      if (hasNext()) {
        ahead = gather();
      }
      return batch;
    }
  }
}

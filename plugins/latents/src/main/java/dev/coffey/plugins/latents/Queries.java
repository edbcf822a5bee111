package dev.coffey.plugins.latents;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Dataset;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.nn.data.BalancedDraw;
import dev.coffey.nn.data.RowBatches;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Noise and classes in memory. Batches hold {@code z}, float32, (N, latent + classes): the noise,
 * then 1 at the class, else 0; {@code y}, int32, (N), the class; {@code index}, int64, (N).
 */
final class Queries implements Dataset.Source {
  private final Run run;
  private final int latent;
  private final int classes;

  /** Row after row; row i is of class i mod K. */
  private final float[] noise;

  private final int[] rows;

  private Queries(Run run, int latent, int classes, float[] noise, int[] rows) {
    this.run = run;
    this.latent = latent;
    this.classes = classes;
    this.noise = noise;
    this.rows = rows;
  }

  /** {@code count} queries. */
  static Queries draw(Run run, LatentsOptions options, int count, RandomGenerator random) {
    float[] noise = new float[Math.multiplyExact(count, options.latent())];
    double bound = options.noise().bound().orElse(Double.POSITIVE_INFINITY);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) (options.noise().scale() * normal(random, bound));
    }
    int[] rows = IntStream.range(0, count).toArray();
    return new Queries(run, options.latent(), options.classes(), noise, rows);
  }

  private static double normal(RandomGenerator random, double bound) {
    double value = random.nextGaussian();
    while (Math.abs(value) > bound) {
      value = random.nextGaussian();
    }
    return value;
  }

  /** {@code count} of these with the classes in equal numbers. */
  Queries balanced(int count, RandomGenerator random) {
    int[] chosen = new BalancedDraw(labels(rows), classes).draw(count, random);
    return new Queries(run, latent, classes, noise, chosen);
  }

  @Override
  public DataSpec spec() {
    return DataSpec.of(new Shape(latent + classes), classes);
  }

  @Override
  public long size() {
    return rows.length;
  }

  @Override
  public Iterator<Tensors> batches(int size, RandomGenerator order) {
    return RowBatches.of(rows, size, order, this::batch);
  }

  @Override
  public Tensors rows(long... index) {
    int[] chosen = LongStream.of(index).mapToInt(this::row).toArray();
    return batch(chosen);
  }

  private int row(long index) {
    // rows rise
    if (index < 0 || index >= noise.length || Arrays.binarySearch(rows, (int) index) < 0) {
      throw new IllegalArgumentException(
          "there is no sample with index %d among %d".formatted(index, rows.length));
    }
    return (int) index;
  }

  private Tensors batch(int[] chosen) {
    int width = latent + classes;
    float[] values = new float[chosen.length * width];
    for (int i = 0; i < chosen.length; i++) {
      System.arraycopy(noise, chosen[i] * latent, values, i * width, latent);
      values[i * width + latent + chosen[i] % classes] = 1;
    }
    var scratch = run.scratch();
    return Tensors.of("z", scratch.create(values, new Shape(chosen.length, width)))
        .with("index", scratch.create(IntStream.of(chosen).asLongStream().toArray()))
        .with("y", scratch.create(labels(chosen)));
  }

  private int[] labels(int[] chosen) {
    return IntStream.of(chosen).map(row -> row % classes).toArray();
  }

  /** Over the widths, and number and noise of each sample: the class follows from the number. */
  @Override
  public String digest() {
    MessageDigest digest = sha256();
    digest.update("latents %d %d".formatted(latent, classes).getBytes(StandardCharsets.UTF_8));
    var bytes = ByteBuffer.allocate(Integer.BYTES + latent * Float.BYTES);
    for (int row : rows) {
      bytes.clear().putInt(row);
      bytes.asFloatBuffer().put(noise, row * latent, latent);
      digest.update(bytes.array());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}

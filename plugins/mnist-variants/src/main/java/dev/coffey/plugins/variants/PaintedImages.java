package dev.coffey.plugins.variants;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Dataset;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.nn.data.ByteImages;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Digits that are painted batch by batch. Batches hold {@code x}, float32, (N, 3, 32, 32); {@code
 * y}, {@code foreground} and {@code background}, int32, (N), the last two the classes whose colours
 * or textures are seen; {@code visible}, float32, (N), 0 where digit and background have the same
 * colour, else 1; {@code index}.
 *
 * <p>The digest is over the grey digits, what was drawn for each, and the name and version of the
 * painting: an image is a function of these.
 */
final class PaintedImages implements Dataset.Source {
  /** A network sees values in [-1, 1], as the published ones do. */
  static final DataSpec SPEC =
      new DataSpec(
          new Shape(3, Digits.SIDE, Digits.SIDE),
          Digits.CLASSES,
          List.of(0.5f, 0.5f, 0.5f),
          List.of(0.5f, 0.5f, 0.5f));

  private final Run run;
  private final String name;
  private final ByteImages digits;
  private final Factors factors;
  private final Painting painting;

  /** {@code digits}: their indices are rows of {@code factors} and {@code painting}. */
  PaintedImages(Run run, String name, ByteImages digits, Factors factors, Painting painting) {
    this.run = run;
    this.name = name;
    this.digits = digits;
    this.factors = factors;
    this.painting = painting;
  }

  /** These digits, counted from 0 within this source. */
  PaintedImages subset(int[] rows) {
    return new PaintedImages(run, name, digits.subset(rows), factors, painting);
  }

  /** {@code count} digits with the classes in equal numbers, drawn with {@code random}. */
  PaintedImages balanced(int count, RandomGenerator random) {
    return new PaintedImages(run, name, digits.balanced(count, random), factors, painting);
  }

  @Override
  public DataSpec spec() {
    return SPEC;
  }

  @Override
  public long size() {
    return digits.size();
  }

  @Override
  public Iterator<Tensors> batches(int size, RandomGenerator order) {
    var grey = digits.batches(size, order);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return grey.hasNext();
      }

      @Override
      public Tensors next() {
        return paint(grey.next());
      }
    };
  }

  @Override
  public Tensors rows(long... index) {
    return paint(digits.rows(index));
  }

  private Tensors paint(Tensors grey) {
    int[] rows = rowsOf(grey.get("index").toLongArray());
    float[] visible = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      visible[i] = painting.visible(rows[i]) ? 1 : 0;
    }
    return grey.with("x", painting.paint(grey.get("x"), rows))
        .with("foreground", run.scratch().create(chosen(factors.foreground(), rows)))
        .with("background", run.scratch().create(chosen(factors.background(), rows)))
        .with("visible", run.scratch().create(visible));
  }

  private static int[] rowsOf(long[] index) {
    return LongStream.of(index).mapToInt(Math::toIntExact).toArray();
  }

  private static int[] chosen(int[] values, int[] rows) {
    return IntStream.of(rows).map(row -> values[row]).toArray();
  }

  @Override
  public String digest() {
    MessageDigest sha256 = sha256();
    try (var out = stream(sha256)) {
      out.writeUTF(name);
      out.writeUTF(digits.digest());
      for (int row : rowsOf(digits.index())) {
        out.writeInt(factors.foreground()[row]);
        out.writeInt(factors.background()[row]);
        painting.write(row, out);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("nothing is written anywhere", impossible);
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  private static DataOutputStream stream(MessageDigest digest) {
    return new DataOutputStream(
        new BufferedOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}

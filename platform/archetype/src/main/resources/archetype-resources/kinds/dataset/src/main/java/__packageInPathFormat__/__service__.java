package ${package};

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Dataset;
import dev.coffey.api.Run;
import dev.coffey.nn.data.ByteImages;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * Images of one bright row among noise; the class is the row. Shape (1, 8, 8), eight classes in
 * equal numbers. Splits: {@code train}, and {@code validation} and {@code test}, a quarter as
 * large. Made from fixed seeds, so that every run sees the same images.
 */
final class ${service} implements Dataset {
  private static final int SIDE = 8;
  private static final DataSpec SPEC = DataSpec.of(new Shape(1, SIDE, SIDE), SIDE);
  private static final Pattern SPLIT =
      Pattern.compile("(train|validation|test)(?::([1-9]\\d{0,8}))?");

  @Override
  public Class<${stem}Options> options() {
    return ${stem}Options.class;
  }

  @Override
  public Source open(Run run, String split) {
    var match = SPLIT.matcher(split);
    if (!match.matches()) {
      throw new IllegalArgumentException(
          "there is no split '%s'; there are train, validation and test".formatted(split));
    }
    var options = run.options(${stem}Options.class);
    String part = match.group(1);
    int count = part.equals("train") ? options.samples() : options.samples() / 4;
    var images = images(run, count, options.noise(), new SplittableRandom(part.hashCode()));
    String subset = match.group(2);
    return subset == null ? images : images.balanced(Integer.parseInt(subset), run.random());
  }

  private static ByteImages images(Run run, int count, double noise, SplittableRandom random) {
    byte[] pixels = new byte[count * SIDE * SIDE];
    int[] labels = new int[count];
    for (int image = 0; image < count; image++) {
      labels[image] = image % SIDE;
      for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
        double bright = pixel / SIDE == labels[image] ? 1 - noise : 0;
        int value = (int) (255 * (bright + noise * random.nextDouble()));
        pixels[image * SIDE * SIDE + pixel] = (byte) value;
      }
    }
    return new ByteImages(run, SPEC, pixels, labels, LongStream.range(0, count).toArray());
  }
}

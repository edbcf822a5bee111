package dev.coffey.plugins.variants;

import ai.djl.ndarray.NDArray;
import dev.coffey.api.Dataset;
import dev.coffey.api.Run;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Double-colored MNIST: digits of one flat colour on another, both those of the class; in the test,
 * of any two classes, which are the same colour for a tenth of the images. Each channel of each
 * colour is jittered by N(0, 0.01²), and not clipped. Source: Sauer, Geiger 2021, "Counterfactual
 * Generative Networks"; there the jitter changes the palette itself, so that colours drift away
 * from it, here each image has its own.
 */
final class DoubleColoredMnist implements Dataset {
  /** Colours of backgrounds. */
  static final Palette BACKGROUND =
      Palette.of(
          0x006400, 0x00008B, 0xB03060, 0xFF4500, 0xFFFF00, 0xDEB887, 0x00FF00, 0x00FFFF, 0xFF00FF,
          0x6495ED);

  /** Colours of digits: the same, four classes on. */
  static final Palette OBJECT = BACKGROUND.rotated(4);

  private static final double JITTER = 0.01;

  @Override
  public Class<VariantOptions> options() {
    return VariantOptions.class;
  }

  @Override
  public Source open(Run run, String split) {
    var options = run.options(VariantOptions.class);
    return new VariantSplits(
            "double-colored-mnist 1", options.digitSource(), options, DoubleColoredMnist::draw)
        .open(run, split);
  }

  static Painting draw(Factors factors, Function<String, RandomGenerator> random) {
    var unclipped = DoubleUnaryOperator.identity();
    return new TwoColors(
        factors,
        Colors.around(factors.foreground(), OBJECT, JITTER, unclipped, random.apply("object")),
        Colors.around(
            factors.background(), BACKGROUND, JITTER, unclipped, random.apply("background")));
  }

  /** Two colours for each digit. */
  private record TwoColors(Factors factors, Colors object, Colors background) implements Painting {
    @Override
    public NDArray paint(NDArray grey, int[] rows) {
      var manager = grey.getManager();
      return Blend.over(
          Blend.mask(grey), object.array(manager, rows), background.array(manager, rows));
    }

    @Override
    public boolean visible(int row) {
      return !OBJECT.same(factors.foreground()[row], BACKGROUND, factors.background()[row]);
    }

    @Override
    public void write(int row, DataOutput out) throws IOException {
      object.write(row, out);
      background.write(row, out);
    }
  }
}

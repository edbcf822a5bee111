package dev.coffey.plugins.variants;

import ai.djl.ndarray.NDArray;
import dev.coffey.api.Dataset;
import dev.coffey.api.Run;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Colored MNIST: grey digits in a colour that lies about the mean colour of their class, on black;
 * in the test, about that of any class. Every digit can be seen, and the only background is class
 * 0. Source: Kim et al. 2019, "Learning Not to Learn"; the colours are drawn anew, since its files
 * aren't at hand.
 */
final class ColoredMnist implements Dataset {
  /** Mean colours. */
  static final Palette MEANS =
      Palette.of(
          0xDC143C, 0x008080, 0xFDE910, 0x0095B6, 0xED9121, 0x911EBC, 0x46F0F0, 0xFAC5BB, 0xD2F53C,
          0x800000);

  @Override
  public Class<ColoredOptions> options() {
    return ColoredOptions.class;
  }

  @Override
  public Source open(Run run, String split) {
    var options = run.options(ColoredOptions.class);
    return new VariantSplits(
            "colored-mnist 1", options.digitSource(), options.variant(), drawing(options))
        .open(run, split);
  }

  static Painting.Draw drawing(ColoredOptions options) {
    double std = Math.sqrt(options.colorVariance());
    return (factors, random) ->
        new Ink(
            Colors.around(
                factors.foreground(),
                MEANS,
                std,
                value -> Math.max(0, Math.min(1, value)),
                random.apply("ink")));
  }

  /** A colour for each digit. */
  private record Ink(Colors colors) implements Painting {
    @Override
    public NDArray paint(NDArray grey, int[] rows) {
      return grey.mul(colors.array(grey.getManager(), rows));
    }

    @Override
    public boolean visible(int row) {
      return true;
    }

    @Override
    public void write(int row, DataOutput out) throws IOException {
      colors.write(row, out);
    }
  }
}

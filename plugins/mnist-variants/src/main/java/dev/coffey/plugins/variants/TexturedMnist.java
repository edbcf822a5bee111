package dev.coffey.plugins.variants;

import ai.djl.ndarray.NDArray;
import dev.coffey.api.Dataset;
import dev.coffey.api.Run;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Striped digits on a veined background, both textures those of the class; in the test, of any two
 * classes. A stand-in for Wildlife MNIST (Sauer, Geiger 2021), whose textures are photographs that
 * may not be passed on: here they are computed, so results aren't comparable with published ones.
 */
final class TexturedMnist implements Dataset {
  static final TextureSet BACKGROUND = TextureSet.of(5, Texture::veins);
  static final TextureSet OBJECT = TextureSet.of(6, Texture::stripes);

  @Override
  public Class<VariantOptions> options() {
    return VariantOptions.class;
  }

  @Override
  public Source open(Run run, String split) {
    var options = run.options(VariantOptions.class);
    return new VariantSplits(
            "textured-mnist 1", options.digitSource(), options, TexturedMnist::draw)
        .open(run, split);
  }

  private static Painting draw(Factors factors, Function<String, RandomGenerator> random) {
    return new TwoTextures(
        new TextureWindows(OBJECT, factors.foreground(), random.apply("object")),
        new TextureWindows(BACKGROUND, factors.background(), random.apply("background")));
  }

  /** Two textures for each digit. */
  private record TwoTextures(TextureWindows object, TextureWindows background) implements Painting {
    @Override
    public NDArray paint(NDArray grey, int[] rows) {
      var manager = grey.getManager();
      return Blend.over(
          Blend.mask(grey), object.array(manager, rows), background.array(manager, rows));
    }

    @Override
    public boolean visible(int row) {
      return true;
    }

    @Override
    public void write(int row, DataOutput out) throws IOException {
      object.write(row, out);
      background.write(row, out);
    }
  }
}

package dev.coffey.plugins.variants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffey.api.Dataset;
import dev.coffey.nn.test.EnginelessRun;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What is drawn must not change unnoticed: teachers and results are named after it. Where a change
 * is wanted, the version behind the dataset's name in its class goes up, too.
 */
class ContentTest {
  private static final VariantOptions STROKES = Chosen.strokes(Cues.BIASED, Cues.SHIFTED, 1234);

  @Test
  void coloredMnistIsWhatItWas() {
    assertThat(digest(new ColoredMnist(), Chosen.colored(0.02, Cues.SHIFTED)))
        .isEqualTo("7090250083614ca2e4c89810023611803ba676e9acab5a00684a19337a0ba8d8");
  }

  @Test
  void doubleColoredMnistIsWhatItWas() {
    assertThat(digest(new DoubleColoredMnist(), STROKES))
        .isEqualTo("a94074e13287bfb1edab5448267228b981ca7697bf400c52a16436cdfd874409");
  }

  @Test
  void texturedMnistIsWhatItWas() {
    assertThat(digest(new TexturedMnist(), STROKES))
        .isEqualTo("638e6e14f4014089071e63016bd0fb90e60ab043f4edd0228dead37479b99542");
  }

  /** Textures are no part of the digest: they follow from the version alone. */
  @Test
  void texturesAreWhatTheyWere() {
    assertThat(List.of(fingerprint(TexturedMnist.BACKGROUND), fingerprint(TexturedMnist.OBJECT)))
        .containsExactly(932286408, 1249743045);
  }

  private static int fingerprint(TextureSet set) {
    return set.textures().stream()
        .map(
            texture ->
                List.of(
                    Arrays.hashCode(texture.pattern()),
                    Arrays.hashCode(texture.first()),
                    Arrays.hashCode(texture.second())))
        .toList()
        .hashCode();
  }

  private static String digest(Dataset dataset, Record options) {
    return dataset.open(EnginelessRun.with(options), "test").digest();
  }
}

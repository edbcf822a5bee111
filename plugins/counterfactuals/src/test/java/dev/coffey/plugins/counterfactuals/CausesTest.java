package dev.coffey.plugins.counterfactuals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffey.plugins.counterfactuals.CounterfactualOptions.Labels;
import dev.coffey.plugins.counterfactuals.CounterfactualOptions.Vary;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CausesTest {
  private static final int IMAGES = 10_000;
  private static final int CLASSES = 10;

  @Test
  void independentClassesCoincideAsOftenAsChance() {
    var causes = draw(IMAGES, Labels.IID, 1);

    assertThat(shareOfEqual(causes.shape(), causes.texture())).isBetween(0.08, 0.12);
    assertThat(shareOfEqual(causes.shape(), causes.background())).isBetween(0.08, 0.12);
    assertThat(shareOfEqual(causes.texture(), causes.background())).isBetween(0.08, 0.12);
    for (int[] labels : new int[][] {causes.shape(), causes.texture(), causes.background()}) {
      for (int label = 0; label < CLASSES; label++) {
        int wanted = label;
        long count = Arrays.stream(labels).filter(one -> one == wanted).count();
        assertThat(count).isBetween(850L, 1150L); // 5 standard deviations of 30
      }
    }
  }

  @Test
  void permutedClassesAreThoseOfTheShapes() {
    var causes = draw(100, Labels.PERMUTE, 1);

    assertThat(causes.texture()).containsExactlyInAnyOrder(causes.shape());
    assertThat(causes.background()).containsExactlyInAnyOrder(causes.shape());
    assertThat(causes.texture()).isNotEqualTo(causes.shape()).isNotEqualTo(causes.background());
  }

  @Test
  void aMaskIsSharedByAsManyAsTheRatioSaysButTheLast() {
    var causes = draw(7, Labels.IID, 3);

    assertThat(causes.masks()).hasSize(3);
    int[] masks = causes.masks();
    assertThat(causes.shape())
        .containsExactly(masks[0], masks[0], masks[0], masks[1], masks[1], masks[1], masks[2]);
  }

  private static double shareOfEqual(int[] one, int[] other) {
    int equal = 0;
    for (int i = 0; i < one.length; i++) {
      equal += one[i] == other[i] ? 1 : 0;
    }
    return (double) equal / one.length;
  }

  private static Causes draw(int images, Labels labels, int ratio) {
    var noise = new NoiseOptions(1, Optional.empty());
    var options = new CounterfactualOptions(Vary.BOTH, labels, ratio, true, false, noise);
    return new Causes(new SplittableRandom(3), images, CLASSES, options);
  }
}

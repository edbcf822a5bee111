package dev.coffey.plugins.counterfactuals;

import dev.coffey.nn.data.Permutation;
import dev.coffey.plugins.counterfactuals.CounterfactualOptions.Labels;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Classes of the parts of one batch. */
final class Causes {
  private final int[] masks;
  private final int[] shape;
  private final int[] texture;
  private final int[] background;

  /**
   * Shapes are of independent classes, each equally likely; the cues as {@code options} say.
   *
   * @param images how many images
   */
  Causes(RandomGenerator random, int images, int classes, CounterfactualOptions options) {
    int ratio = options.ratio();
    masks = random.ints((images + ratio - 1) / ratio, 0, classes).toArray();
    shape = IntStream.range(0, images).map(image -> masks[image / ratio]).toArray();
    texture = cue(options.vary().texture(), random, classes, options.labels());
    background = cue(options.vary().background(), random, classes, options.labels());
  }

  /** Class of each mask; fewer than images where some share one. */
  int[] masks() {
    return masks;
  }

  /** Class of each image's mask. */
  int[] shape() {
    return shape;
  }

  /** Class of each image's foreground. */
  int[] texture() {
    return texture;
  }

  /** Class of each image's background. */
  int[] background() {
    return background;
  }

  private int[] cue(boolean varies, RandomGenerator random, int classes, Labels labels) {
    if (!varies) {
      return shape;
    }
    if (labels == Labels.IID) {
      return random.ints(shape.length, 0, classes).toArray();
    }
    int[] permuted = shape.clone();
    Permutation.shuffle(permuted, random);
    return permuted;
  }
}

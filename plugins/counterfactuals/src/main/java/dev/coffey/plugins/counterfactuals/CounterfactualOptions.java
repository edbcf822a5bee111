package dev.coffey.plugins.counterfactuals;

import dev.coffey.api.Option;

/** Options of the composer {@code counterfactuals}. */
record CounterfactualOptions(
    @Option(
            help =
                "which cues get a class of their own: both, texture, background or none; the others"
                    + " have the shape's",
            value = "both")
        Vary vary,
    @Option(
            help =
                "where those classes come from: iid (each equally likely) or permute (those of the"
                    + " batch's shapes in random order)",
            value = "iid")
        Labels labels,
    @Option(
            help =
                "images that share one mask, next to each other; counting starts anew in every"
                    + " batch",
            value = "1",
            min = 1)
        int ratio,
    @Option(
            help =
                "whether texture and background are shifted around the image's edges at random,"
                    + " each image by a shift of its own",
            value = "true")
        boolean shuffle,
    @Option(
            help = "whether the three parts of an image are made from the same noise",
            value = "false")
        boolean sharedNoise,
    @Option(help = "what mechanisms are fed beside the class") NoiseOptions noise) {
  /** What is of another class than the shape. */
  enum Vary {
    BOTH(true, true),
    TEXTURE(true, false),
    BACKGROUND(false, true),
    NONE(false, false);

    private final boolean texture;
    private final boolean background;

    Vary(boolean texture, boolean background) {
      this.texture = texture;
      this.background = background;
    }

    boolean texture() {
      return texture;
    }

    boolean background() {
      return background;
    }
  }

  /** How classes of textures and backgrounds are chosen. */
  enum Labels {
    IID,
    PERMUTE
  }
}

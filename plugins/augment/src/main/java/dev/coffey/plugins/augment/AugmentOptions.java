package dev.coffey.plugins.augment;

import dev.coffey.api.Option;

/** Options of the composer {@code augment}; with their defaults nothing changes. */
public record AugmentOptions(
    @Option(
            help =
                "largest shift up, down, left and right, in whole pixels; zeros come in, as in a crop after zero padding",
            value = "0",
            min = 0,
            max = 4096)
        int shift,
    @Option(
            help = "probability that an image is mirrored left to right, in [0, 1]",
            value = "0",
            min = 0,
            max = 1)
        double horizontalFlip,
    @Option(
            help = "largest rotation to either side about the image's centre, in degrees",
            value = "0",
            min = 0,
            max = 180)
        double rotation,
    @Option(help = "how much colours vary") ColourOptions colour,
    @Option(help = "a box of zeros in some images") ErasingOptions erasing) {}

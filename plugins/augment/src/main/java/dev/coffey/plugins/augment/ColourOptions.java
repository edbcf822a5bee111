package dev.coffey.plugins.augment;

import dev.coffey.api.Option;

/** How much colours vary; with the defaults nothing changes. */
public record ColourOptions(
    @Option(
            help = "b: pixels are multiplied by a factor from [1 − b, 1 + b]",
            value = "0",
            min = 0,
            max = 1)
        double brightness,
    @Option(
            help =
                "c: distances to the image's mean are multiplied by a factor from [1 − c, 1 + c]",
            value = "0",
            min = 0,
            max = 1)
        double contrast,
    @Option(
            help =
                "s: distances to the pixel's grey are multiplied by a factor from [1 − s, 1 + s]; for three channels only",
            value = "0",
            min = 0,
            max = 1)
        double saturation) {}

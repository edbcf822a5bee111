package ${package};

import dev.coffey.api.Option;

/** Options of the dataset {@code ${artifactId}}. */
public record ${stem}Options(
    @Option(
            help = "images to train on, 64 to 1000000",
            value = "1024",
            min = 64,
            max = 1_000_000)
        int samples,
    @Option(
            help = "share of noise in the pixels, 0 to 1; at 1 nothing can be seen",
            value = "0.7",
            min = 0,
            max = 1)
        double noise) {}

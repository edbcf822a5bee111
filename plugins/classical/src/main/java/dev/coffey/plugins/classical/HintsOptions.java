package dev.coffey.plugins.classical;

import dev.coffey.api.Option;

/** Options of the loss {@code fitnet}. */
public record HintsOptions(
    @Option(
            help =
                "whether batch normalisation and ReLU follow the regressor's convolution; say false"
                    + " for teacher features below zero",
            value = "true")
        boolean normalize) {}

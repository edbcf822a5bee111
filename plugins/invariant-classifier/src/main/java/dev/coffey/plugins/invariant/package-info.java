/** A small convolutional classifier that is to learn shapes from counterfactual images. */
package dev.coffey.plugins.invariant;

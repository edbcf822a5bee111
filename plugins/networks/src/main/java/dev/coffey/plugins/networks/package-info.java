/**
 * Classifiers to be trained: mlp, LeNet-5, and the families of residual networks that distillation
 * papers compare on small images. All begin by normalising their input and name their outputs
 * {@code stage0}, {@code stage1}, …, {@code feature}, {@code logits}.
 */
package dev.coffey.plugins.networks;

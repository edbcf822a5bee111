/**
 * MNIST, Fashion-MNIST and any folder of IDX files.
 *
 * <p>The way of a file: a {@link dev.coffey.plugins.datasets.FileSource} finds it, {@link
 * dev.coffey.plugins.datasets.IdxArray} reads it, {@link
 * dev.coffey.plugins.datasets.LabelledImages} joins images and labels, {@link
 * dev.coffey.plugins.datasets.IdxSplits} cuts them into train, validation and test.
 */
package dev.coffey.plugins.datasets;

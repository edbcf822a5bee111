/**
 * MNIST, Fashion-MNIST and any folder of IDX files, which {@link dev.coffey.nn.idx} reads and
 * {@link dev.coffey.plugins.datasets.IdxSplits} cuts into train, validation and test.
 */
package dev.coffey.plugins.datasets;

/**
 * Datasets in the IDX files of MNIST: a {@link dev.coffey.nn.idx.FileSource} finds a file, {@link
 * dev.coffey.nn.idx.IdxArray} reads it, {@link dev.coffey.nn.idx.LabelledImages} joins images and
 * labels.
 */
@Version("1.0.0")
package dev.coffey.nn.idx;

import org.osgi.annotation.versioning.Version;

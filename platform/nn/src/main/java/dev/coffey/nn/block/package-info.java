/** Blocks for plugins: right on every engine, in both modes, under recording. */
@Version("1.0.0")
package dev.coffey.nn.block;

import org.osgi.annotation.versioning.Version;

/** The binary format of weights, buffers and optimiser state. */
@Version("1.0.0")
package dev.coffey.nn.file;

import org.osgi.annotation.versioning.Version;

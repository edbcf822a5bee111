/** Bases for datasets. */
@Version("1.0.0")
package dev.coffey.nn.data;

import org.osgi.annotation.versioning.Version;

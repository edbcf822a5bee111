/** Where a run gets its engine from. */
@Version("1.1.0")
package dev.coffey.nn.engine;

import org.osgi.annotation.versioning.Version;

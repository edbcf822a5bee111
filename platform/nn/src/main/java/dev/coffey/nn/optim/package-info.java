/** Optimisers whose state can be saved, and learning rate schedules. */
@Version("1.0.0")
package dev.coffey.nn.optim;

import org.osgi.annotation.versioning.Version;

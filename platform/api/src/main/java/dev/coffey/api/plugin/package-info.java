/** How a bundle offers its services: one module class, named by one manifest header. */
@Version("1.0.0")
package dev.coffey.api.plugin;

import org.osgi.annotation.versioning.Version;

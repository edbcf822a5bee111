/** Networks that come from files, in whatever format an engine reads. */
@Version("1.0.0")
package dev.coffey.nn.model;

import org.osgi.annotation.versioning.Version;

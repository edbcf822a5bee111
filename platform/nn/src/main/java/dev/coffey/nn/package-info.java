/** Networks, update phases and everything else of a run that lives in an engine. */
@Version("1.0.0")
package dev.coffey.nn;

import org.osgi.annotation.versioning.Version;

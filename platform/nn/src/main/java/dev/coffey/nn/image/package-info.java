/** Moves the pixels of images, in operations that every engine has. */
@Version("1.0.0")
package dev.coffey.nn.image;

import org.osgi.annotation.versioning.Version;

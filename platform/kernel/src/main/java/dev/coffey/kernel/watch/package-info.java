/** Notices jars that come, change and go in the folder where plugins are dropped. */
package dev.coffey.kernel.watch;

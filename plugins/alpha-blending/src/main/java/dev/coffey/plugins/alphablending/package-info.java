/** Blends foreground and background by a mask. */
package dev.coffey.plugins.alphablending;

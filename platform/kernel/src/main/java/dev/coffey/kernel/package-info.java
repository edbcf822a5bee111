/** The platform: it starts the framework, takes bundles in, and serves what they offer. */
package dev.coffey.kernel;

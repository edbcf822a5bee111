/** Figures of samples that a stage makes. */
package dev.coffey.plugins.samples;

/** A plugin that is replaced again and again. */
package dev.coffey.benchmarks.swap;

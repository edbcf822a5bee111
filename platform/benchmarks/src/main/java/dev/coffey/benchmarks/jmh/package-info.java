/** Benchmarks as JMH runs them. */
package dev.coffey.benchmarks.jmh;

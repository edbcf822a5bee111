/** Training loops that are compared with each other. */
package dev.coffey.benchmarks.loop;

/** What the platform costs. Starts the JVM that measures as the launcher would. */
package dev.coffey.benchmarks;

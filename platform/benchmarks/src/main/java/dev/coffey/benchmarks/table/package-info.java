/** The table that {@code java -jar benchmarks.jar} prints. */
package dev.coffey.benchmarks.table;

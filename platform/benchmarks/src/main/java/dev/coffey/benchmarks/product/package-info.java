/** The assembled distribution as the thing that is measured. */
package dev.coffey.benchmarks.product;

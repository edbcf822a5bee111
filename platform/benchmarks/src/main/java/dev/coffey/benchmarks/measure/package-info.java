/** How times become figures: alternating blocks, ratios of pairs, intervals. */
package dev.coffey.benchmarks.measure;

/**
 * What a comparison found: rows with mean and deviation over seeds, paired differences with 95 %
 * intervals, cost, failures; as {@code results.json}, CSV and a text table. Needs no engine.
 */
package dev.coffey.lab.result;

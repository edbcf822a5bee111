package dev.coffey.lab.run;

/**
 * A run with its record.
 *
 * @param reused whether it was there already
 */
public record EndedRun(RunFolder folder, RunRecord record, boolean reused) {}

package dev.coffey.lab.method;

import dev.coffey.api.Loss;

/**
 * One loss of a weighted sum, opened for a run.
 *
 * @param name the loss's id, with a number where it is used more than once
 */
public record WeightedTerm(String name, Weight weight, Wiring wiring, Loss.Term term) {}

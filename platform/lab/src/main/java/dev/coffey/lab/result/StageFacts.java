package dev.coffey.lab.result;

import java.util.Map;

/**
 * What came of a stage that all runs share.
 *
 * @param made the networks it trained, or how many samples it made
 * @param digest of its artefact
 * @param parameters of its networks; 0 if it made samples
 * @param macs multiply-adds of its networks, one sample through each
 * @param seconds wall time
 * @param metrics of its networks
 */
public record StageFacts(
    String name,
    String made,
    String digest,
    long parameters,
    long macs,
    double seconds,
    Map<String, Double> metrics) {}

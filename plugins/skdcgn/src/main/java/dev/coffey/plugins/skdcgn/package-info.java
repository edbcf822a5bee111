/**
 * Distillation of a counterfactual generative network's mechanisms into small generators, the
 * teacher being asked for images and nothing else. Source: Ambekar et al. 2022 (SKDCGN).
 */
package dev.coffey.plugins.skdcgn;

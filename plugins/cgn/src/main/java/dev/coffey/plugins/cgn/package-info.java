/** Counterfactual generative networks (Sauer and Geiger 2021), the variant for digits. */
package dev.coffey.plugins.cgn;

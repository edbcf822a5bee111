/** Counterfactual images: shape, texture and background of independent classes. */
package dev.coffey.plugins.counterfactuals;

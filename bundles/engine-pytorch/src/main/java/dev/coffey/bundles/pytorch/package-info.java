/**
 * Offers PyTorch to the platform. The rest of this bundle is DJL's PyTorch engine and its natives.
 */
package dev.coffey.bundles.pytorch;

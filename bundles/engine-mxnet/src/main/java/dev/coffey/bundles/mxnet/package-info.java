/** Offers MXNet to the platform. The rest of this bundle is DJL's MXNet engine and its natives. */
package dev.coffey.bundles.mxnet;

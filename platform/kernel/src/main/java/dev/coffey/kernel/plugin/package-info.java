/** From a jar to the services it contributes, without any framework. */
package dev.coffey.kernel.plugin;

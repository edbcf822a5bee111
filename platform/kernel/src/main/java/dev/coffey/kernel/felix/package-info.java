/** The only package that knows OSGi: the embedded framework, and bundles in and out of it. */
package dev.coffey.kernel.felix;

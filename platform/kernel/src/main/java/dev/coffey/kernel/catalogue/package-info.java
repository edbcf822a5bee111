/** What the platform can serve, and how a run holds on to what it uses. */
package dev.coffey.kernel.catalogue;

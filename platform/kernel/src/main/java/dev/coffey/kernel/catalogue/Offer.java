package dev.coffey.kernel.catalogue;

import dev.coffey.api.Plugin;

/**
 * One service that can be leased.
 *
 * @param kind the interface it is offered under, one of the nine of {@code dev.coffey.api}
 * @param id its name among its kind
 * @param version version of the bundle it comes from
 * @param bundle symbolic name of that bundle; {@code platform} for what the platform itself brings
 * @param digest SHA-256 of the bundle's jar, in lower-case hexadecimal
 */
public record Offer(
    Class<? extends Plugin> kind, String id, String version, String bundle, String digest) {}

package dev.coffey.kernel.catalogue;

import dev.coffey.kernel.config.Settings;

/**
 * One recipe: a method with its published settings.
 *
 * @param id its name
 * @param bundle symbolic name of the bundle it comes from
 * @param version version of that bundle
 * @param digest SHA-256 of the bundle's jar, in lower-case hexadecimal
 * @param content what its YAML file says
 */
public record RecipeOffer(
    String id, String bundle, String version, String digest, Settings content) {}

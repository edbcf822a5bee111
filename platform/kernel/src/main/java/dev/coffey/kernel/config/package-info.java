/**
 * Settings and where each came from: layered configuration files, typed option records, and error
 * messages that name file, line and key.
 *
 * <p>The way of a value: a file becomes a tree whose nodes know their lines ({@code YamlFormat},
 * {@code PropertiesFormat}, {@code XmlFormat}); {@link
 * dev.coffey.kernel.config.LayeredConfiguration} lays trees over each other; {@link
 * dev.coffey.kernel.config.OptionBinder} turns the result into records.
 */
package dev.coffey.kernel.config;

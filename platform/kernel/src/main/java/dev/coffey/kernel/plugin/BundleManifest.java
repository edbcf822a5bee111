package dev.coffey.kernel.plugin;

import dev.coffey.api.plugin.PluginBundle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the kernel wants to know of a jar before it hands it to the framework.
 *
 * @param name symbolic name without directives
 * @param version 0.0.0 if there is none
 * @param module name of the module class, if the bundle is a plugin
 * @param fragment whether it adds to another bundle and so cannot be started
 * @param imports its {@code Import-Package} and {@code DynamicImport-Package}, empty without
 */
public record BundleManifest(
    String name, String version, Optional<String> module, boolean fragment, String imports) {
  /** Of a jar that is no bundle: the file's name, version 0.0.0. */
  public static BundleManifest none(Path jar) {
    return new BundleManifest(jar.getFileName().toString(), "0.0.0", Optional.empty(), false, "");
  }

  /** Reads {@code jar}'s manifest. */
  public static BundleManifest read(Path jar) throws Refusal {
    try (var file = new JarFile(jar.toFile())) {
      return of(file.getManifest());
    } catch (IOException damaged) {
      throw new Refusal("is not a readable jar (" + damaged.getMessage() + ")", damaged);
    }
  }

  private static BundleManifest of(Manifest manifest) throws Refusal {
    Attributes main = manifest == null ? new Attributes() : manifest.getMainAttributes();
    String name = main.getValue("Bundle-SymbolicName");
    if (name == null) {
      throw new Refusal(
          "is no OSGi bundle: its manifest has no Bundle-SymbolicName (build it with bnd)");
    }
    return new BundleManifest(
        name.replaceFirst(";.*", "").strip(),
        Optional.ofNullable(main.getValue("Bundle-Version")).orElse("0.0.0").strip(),
        Optional.ofNullable(main.getValue(PluginBundle.HEADER)).map(String::strip),
        main.getValue("Fragment-Host") != null,
        Stream.of("Import-Package", "DynamicImport-Package")
            .map(main::getValue)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(",")));
  }
}

package dev.coffey.benchmarks.swap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Makes the jar of {@link SwappedPlugin}, in any version. */
final class PluginJar {
  private static final List<Class<?>> CLASSES = List.of(SwappedPlugin.class, SwappedLoss.class);
  private static final String IMPORTS =
      "dev.coffey.api;version=\"[1.0,2)\",dev.coffey.api.plugin;version=\"[1.0,2)\","
          + "ai.djl.ndarray,com.google.inject";

  private PluginJar() {}

  static byte[] of(String version) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var jar = new JarOutputStream(bytes, manifest(version))) {
      for (Class<?> type : CLASSES) {
        String name = type.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new JarEntry(name));
        try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
          in.transferTo(jar);
        }
      }
    }
    return bytes.toByteArray();
  }

  private static Manifest manifest(String version) {
    var manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Bundle-ManifestVersion", "2");
    attributes.putValue("Bundle-SymbolicName", "benchmark.swapped");
    attributes.putValue("Bundle-Version", version);
    attributes.putValue("Coffey-Plugin", SwappedPlugin.class.getName());
    attributes.putValue("Import-Package", IMPORTS);
    return manifest;
  }
}

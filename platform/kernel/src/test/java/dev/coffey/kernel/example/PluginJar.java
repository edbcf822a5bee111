package dev.coffey.kernel.example;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes bundles of test classes. */
public final class PluginJar {
  private static final String IMPORTS =
      """
      dev.coffey.api;version="[1.0,2)",dev.coffey.api.plugin;version="[1.0,2)",\
      dev.coffey.nn.engine,ai.djl.engine,ai.djl.ndarray,com.google.inject,org.osgi.framework""";

  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  private PluginJar() {}

  /** A bundle of that symbolic name, version 1.0.0, with the imports that plugins need. */
  public static PluginJar named(String name) {
    return new PluginJar()
        .header("Manifest-Version", "1.0")
        .header("Bundle-ManifestVersion", "2")
        .header("Bundle-SymbolicName", name)
        .version("1.0.0")
        .header("Import-Package", IMPORTS);
  }

  /** A bundle with one loss, whose only input is {@code flavour} → {@code flavour}. */
  public static PluginJar withLoss(String name, String id, String flavour) {
    return named(name)
        .classes(LossPlugin.class, FlavouredLoss.class)
        .module(LossPlugin.class.getName())
        .resource("dev/coffey/kernel/example/loss.properties", "id=" + id + "\nflavour=" + flavour);
  }

  public PluginJar version(String version) {
    return header("Bundle-Version", version);
  }

  public PluginJar module(String className) {
    return header("Coffey-Plugin", className);
  }

  public PluginJar activator(Class<?> activator) {
    return classes(activator).header("Bundle-Activator", activator.getName());
  }

  public PluginJar imports(String more) {
    return header("Import-Package", headers.get("Import-Package") + "," + more);
  }

  public PluginJar header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public PluginJar without(String header) {
    headers.remove(header);
    return this;
  }

  public PluginJar classes(Class<?>... classes) {
    for (Class<?> type : classes) {
      String path = type.getName().replace('.', '/') + ".class";
      try (InputStream in = type.getClassLoader().getResourceAsStream(path)) {
        entries.put(path, in.readAllBytes());
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    return this;
  }

  public PluginJar resource(String path, String text) {
    entries.put(path, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Writes {@code file} into {@code folder}, which is made if missing. */
  public Path write(Path folder, String file) {
    try {
      Files.createDirectories(folder);
      Path jar = folder.resolve(file);
      Files.write(jar, bytes());
      return jar;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The jar's content, the same at every call. */
  public byte[] bytes() throws IOException {
    var manifest = new Manifest();
    headers.forEach(manifest.getMainAttributes()::putValue);
    var manifestBytes = new ByteArrayOutputStream();
    manifest.write(manifestBytes);
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      put(zip, JarFile.MANIFEST_NAME, manifestBytes.toByteArray());
      for (var entry : entries.entrySet()) {
        put(zip, entry.getKey(), entry.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new JarEntry(name);
    entry.setTime(0);
    zip.putNextEntry(entry);
    ((OutputStream) zip).write(content);
    zip.closeEntry();
  }
}

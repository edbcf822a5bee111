package dev.coffey.kernel.felix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/** A jar or a folder of classes on the platform's class path, and the packages in it. */
final class PackageSource {
  private final Path path;

  private PackageSource(Path path) {
    this.path = path;
  }

  /** Where {@code anchor} was loaded from. */
  static PackageSource of(Class<?> anchor) {
    try {
      return at(Path.of(anchor.getProtectionDomain().getCodeSource().getLocation().toURI()));
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException("where is " + anchor + "?", impossible);
    }
  }

  /** {@code path}: a jar or a folder of classes. */
  static PackageSource at(Path path) {
    return new PackageSource(path);
  }

  /** What the manifest exports; every package there is if it has no word on that. */
  Set<ExportedPackage> packages() {
    try {
      return Files.isDirectory(path) ? ofFolder() : ofJar();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(path + " cannot be read", unreadable);
    }
  }

  private Set<ExportedPackage> ofJar() throws IOException {
    try (var jar = new JarFile(path.toFile())) {
      Manifest manifest = jar.getManifest();
      String exports = exportsOf(manifest);
      if (exports != null) {
        return ExportHeader.parse(exports);
      }
      return jar.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
          .map(PackageSource::packageOf)
          .filter(name -> !name.isEmpty())
          .map(name -> new ExportedPackage(name, versionOf(manifest)))
          .collect(Collectors.toSet());
    }
  }

  private Set<ExportedPackage> ofFolder() throws IOException {
    Path manifest = path.resolve(JarFile.MANIFEST_NAME);
    if (Files.exists(manifest)) {
      try (InputStream in = Files.newInputStream(manifest)) {
        String exports = exportsOf(new Manifest(in));
        if (exports != null) {
          return ExportHeader.parse(exports);
        }
      }
    }
    Set<ExportedPackage> found = new LinkedHashSet<>();
    try (var files = Files.walk(path)) {
      for (Path info : files.filter(file -> file.endsWith("package-info.class")).toList()) {
        try (InputStream in = Files.newInputStream(info)) {
          String name = path.relativize(info).toString().replace('\\', '/');
          String version = PackageAnnotation.versionIn(in).orElse("0.0.0");
          found.add(new ExportedPackage(packageOf(name), version));
        }
      }
    }
    return found;
  }

  private static String exportsOf(Manifest manifest) {
    return manifest == null ? null : manifest.getMainAttributes().getValue("Export-Package");
  }

  /** The leading digits of the implementation version: "5.17.0 (b0)" is 5.17.0. */
  private static String versionOf(Manifest manifest) {
    String text =
        manifest == null ? null : manifest.getMainAttributes().getValue("Implementation-Version");
    String digits = text == null ? "" : text.replaceFirst("^(\\d+(\\.\\d+){0,2}).*", "$1");
    return digits.matches("\\d.*") ? digits : "0.0.0";
  }

  private static String packageOf(String classFile) {
    int slash = classFile.lastIndexOf('/');
    return slash < 0 ? "" : classFile.substring(0, slash).replace('/', '.');
  }
}

package dev.coffey.it;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Makes plugin jars out of one source file, without Maven: compiler, manifest, jar. */
final class PluginSource {
  private static final String API = ";version=\"[1.0,2)\"";
  private static final String IMPORTS =
      "dev.coffey.api"
          + API
          + ",dev.coffey.api.plugin"
          + API
          + ",dev.coffey.nn.block,dev.coffey.nn.data,ai.djl.ndarray,ai.djl.ndarray.types,"
          + "ai.djl.nn,ai.djl.nn.core,ai.djl.training.initializer,ai.djl.util,com.google.inject";

  private final String module;
  private final Path classes;

  private PluginSource(String module, Path classes) {
    this.module = module;
    this.classes = classes;
  }

  /** {@code module}: name of the module class, public in {@code source}. */
  static void compileInto(Path jar, String module, String source) throws IOException {
    compile(module, source).write(jar, "1.0.0", Map.of());
  }

  /** Compiles once for many jars. */
  static PluginSource compile(String module, String source) throws IOException {
    Path classes = Files.createTempDirectory("coffey-plugin-");
    compile(classes, module, source);
    return new PluginSource(module, classes);
  }

  /** {@code resources}: path in the jar → text. */
  Path write(Path jar, String version, Map<String, String> resources) throws IOException {
    var manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.putValue("Manifest-Version", "1.0");
    attributes.putValue("Bundle-ManifestVersion", "2");
    attributes.putValue("Bundle-SymbolicName", module);
    attributes.putValue("Bundle-Version", version);
    attributes.putValue("Coffey-Plugin", module);
    attributes.putValue("Import-Package", IMPORTS);
    try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        var files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        put(out, classes.relativize(file).toString(), Files.readAllBytes(file));
      }
      for (var resource : resources.entrySet()) {
        put(out, resource.getKey(), resource.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }

  private static void put(JarOutputStream out, String name, byte[] content) throws IOException {
    var entry = new JarEntry(name);
    entry.setTime(0);
    out.putNextEntry(entry);
    out.write(content);
  }

  private static void compile(Path classes, String module, String source) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      var unit =
          new SimpleJavaFileObject(
              URI.create("string:///" + module.replace('.', '/') + ".java"),
              JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
              return source;
            }
          };
      var options = List.of("-proc:none", "--release", "17");
      if (!compiler.getTask(null, files, null, options, null, List.of(unit)).call()) {
        throw new IllegalArgumentException(module + " does not compile");
      }
    }
  }
}

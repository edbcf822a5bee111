package dev.coffey.it;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Makes a plugin jar out of one source file, without Maven: compiler, manifest, jar. */
final class PluginSource {
  private static final String IMPORTS =
      "dev.coffey.api,dev.coffey.api.plugin,dev.coffey.nn.block,ai.djl.ndarray,ai.djl.ndarray.types,"
          + "ai.djl.nn,ai.djl.nn.core,ai.djl.util,com.google.inject";

  private PluginSource() {}

  /** {@code module}: name of the module class, public in {@code source}. */
  static void compileInto(Path jar, String module, String source) throws IOException {
    Path classes = Files.createTempDirectory("coffey-plugin-");
    compile(classes, module, source);
    var manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.putValue("Manifest-Version", "1.0");
    attributes.putValue("Bundle-ManifestVersion", "2");
    attributes.putValue("Bundle-SymbolicName", module);
    attributes.putValue("Bundle-Version", "1.0.0");
    attributes.putValue("Coffey-Plugin", module);
    attributes.putValue("Import-Package", IMPORTS);
    try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        var files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        out.write(Files.readAllBytes(file));
      }
    }
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

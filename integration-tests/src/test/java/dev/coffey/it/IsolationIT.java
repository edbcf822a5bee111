package dev.coffey.it;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plugin throws fails its run, not the comparison. */
class IsolationIT {
  private static final String SOURCE =
      """
      package broken;
      import ai.djl.ndarray.NDArray;
      import dev.coffey.api.*;
      import dev.coffey.api.plugin.PluginModule;
      import java.util.Map;
      public final class BrokenPlugin extends PluginModule {
        @Override protected void contribute() { loss("broken").to(Broken.class); }
        public static final class Broken implements Loss {
          @Override public Map<String, String> inputs() { return Map.of("student", "student/logits"); }
          @Override public Term open(Run run) {
            return inputs -> {
              if (run.progress().step() > 2) throw new AssertionError("the plugin gave up");
              return inputs.get("student").sum();
            };
          }
        }
      }
      """;

  private @TempDir Path folder;

  @Test
  void aPluginThatThrowsFailsItsRunOnly() throws IOException {
    Coffey coffey = Coffey.copyInto(folder.resolve("coffey"));
    pluginInto(coffey.home().resolve("plugins/broken.jar"));
    Experiments.write(
        folder, Experiments.SMALL.replace("- supervised", "- supervised\n  - broken"));
    var ended = coffey.in(folder, "run", "experiment.yaml");
    assertThat(ended.code()).as(ended.err()).isEqualTo(1);
    assertThat(ended.out())
        .contains("supervised", "kd", "broken/seed-1 failed", "the plugin gave up");
    assertThat(folder.resolve("runs/small/report.html")).content().contains("the plugin gave up");
  }

  @Test
  void aJarThatIsNoPluginIsReportedAndTheOthersWork() throws IOException {
    Coffey coffey = Coffey.copyInto(folder.resolve("coffey"));
    Files.writeString(coffey.home().resolve("plugins/torn.jar"), "not a jar");
    var list = coffey.in(folder, "plugins", "list");
    assertThat(list.code()).isZero();
    assertThat(list.out()).contains("kd-kl", "torn.jar");
  }

  private void pluginInto(Path jar) throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      var source =
          new SimpleJavaFileObject(
              URI.create("string:///broken/BrokenPlugin.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
              return SOURCE;
            }
          };
      var options = List.of("-proc:none", "--release", "17");
      assertThat(compiler.getTask(null, files, null, options, null, List.of(source)).call())
          .isTrue();
    }
    var manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.putValue("Manifest-Version", "1.0");
    attributes.putValue("Bundle-ManifestVersion", "2");
    attributes.putValue("Bundle-SymbolicName", "broken");
    attributes.putValue("Bundle-Version", "1.0.0");
    attributes.putValue("Coffey-Plugin", "broken.BrokenPlugin");
    attributes.putValue(
        "Import-Package", "dev.coffey.api,dev.coffey.api.plugin,ai.djl.ndarray,com.google.inject");
    try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        var files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        out.write(Files.readAllBytes(file));
      }
    }
  }
}

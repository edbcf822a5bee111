package dev.coffey.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad jars: {@code plugins check} says what is wrong, and a platform that runs stays as it is. */
class RefusedPluginsIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  private @TempDir Path folder;
  private Coffey coffey;
  private PluginSource gate;

  @BeforeEach
  void aGoodPlugin() throws IOException {
    coffey = Coffey.copyInto(folder.resolve("coffey"));
    gate = GateLoss.compile();
    coffey.drop(good("1.0.0"), "gate.jar");
  }

  @Test
  void eachIsToldInOneSentenceAndTheOldVersionIsServedOn() throws IOException {
    Map<Path, String> bad = badJars();
    var experiment =
        Experiments.SMALL
            .replace("- supervised", "- gate")
            .replaceFirst("(?s)teacher:.*?student:", "student:")
            .replaceFirst("- kd:.*", "")
            .replace("[1, 2]", "[1]");
    Experiments.write(folder, experiment);
    Files.createFile(folder.resolve("wait-2"));
    try (var run = coffey.start(folder, Map.of(), "run", "experiment.yaml")) {
      Waiting.until(
          "the run begins", () -> coffey.told().contains("gate.GatePlugin 1.0.0 ACTIVE 1"));
      for (Path jar : bad.keySet()) {
        coffey.drop(jar, jar.getFileName().toString());
      }

      Waiting.until(
          "all are refused",
          () ->
              coffey.told().stream().filter(line -> line.contains("REFUSED")).count()
                  == bad.size());
      assertThat(coffey.told()).contains("gate.GatePlugin 1.0.0 ACTIVE 1");
      Files.delete(folder.resolve("wait-2"));
      var ended = run.end();
      assertThat(ended.code()).as(ended.err()).isZero();
    }

    var list = coffey.in(folder, "plugins", "list").out();
    assertThat(list).containsPattern("loss +gate +1.0.0");
    for (var jar : bad.entrySet()) {
      assertThat(list)
          .as(jar.getKey().getFileName().toString())
          .contains(
              "refused: " + coffey.home().resolve("plugins").resolve(jar.getKey().getFileName()))
          .contains(jar.getValue());
    }
  }

  @Test
  void aCheckNeedsNoPlatformAndChangesNothing() throws IOException {
    Path jar = bad("throwing.jar", "throw new IllegalStateException(\"no beans\");");

    var refused = coffey.in(folder, "plugins", "check", jar.toString());
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err().lines())
        .containsExactly(
            "error: '%s' cannot be used: it has a module bad.BadPlugin that cannot be built (IllegalStateException: no beans)"
                .formatted(jar));
    var json = coffey.in(folder, "plugins", "check", jar.toString(), "--json");
    assertThat(json.code()).isEqualTo(2);
    assertThat(JSON.readTree(json.out()).path("usable").asBoolean()).isFalse();

    var good = coffey.in(folder, "plugins", "check", good("2.0.0").toString());
    assertThat(good.code()).as(good.err()).isZero();
    assertThat(good.out()).contains("gate.GatePlugin 2.0.0 can be used", "it offers loss 'gate'");
    assertThat(coffey.home().resolve("plugins/gate-2.0.0.jar")).doesNotExist();
    assertThat(coffey.in(folder, "plugins", "check", "no.jar").err())
        .contains("there is no file 'no.jar'");
  }

  @Test
  void whatWillBiteLaterIsWarnedOf() throws IOException {
    Path jar = folder.resolve("warned.jar");
    PluginSource.compileInto(
        jar,
        "warned.WarnedPlugin",
        """
        package warned;
        import dev.coffey.api.plugin.PluginModule;
        public final class WarnedPlugin extends PluginModule {
          static int count;
          @Override protected void contribute() { new Thread(() -> count++).interrupt(); }
        }
        """);

    var checked = coffey.in(folder, "plugins", "check", jar.toString());

    assertThat(checked.code()).as(checked.err()).isZero();
    assertThat(checked.out())
        .contains("warning: it has static fields that can change (warned.WarnedPlugin.count)")
        .contains("warning: it starts threads (warned.WarnedPlugin)");
  }

  /** Jar → a part of the sentence that refuses it. */
  private Map<Path, String> badJars() throws IOException {
    var jars = new LinkedHashMap<Path, String>();
    byte[] whole = Files.readAllBytes(good("3.0.0"));
    jars.put(
        Files.write(folder.resolve("truncated.jar"), Arrays.copyOf(whole, whole.length / 2)),
        "it is not a readable jar");
    jars.put(zip("no-manifest.jar", "some/file.txt"), "it is no OSGi bundle");
    jars.put(
        changed("missing-import.jar", "Import-Package: ", "Import-Package: no.such.thing,"),
        "it imports the package no.such.thing, which no bundle here exports");
    jars.put(
        changed("later-spi.jar", "version=\"[1.0,2)\"", "version=\"[9.0,10)\""),
        "it imports the package dev.coffey.api in version [9.0.0,10.0.0)");
    jars.put(
        changed("no-class.jar", "Coffey-Plugin: gate.GatePlugin", "Coffey-Plugin: gate.Nothing"),
        "it names the module class gate.Nothing, which it does not contain");
    jars.put(
        gate.write(folder.resolve("twin.jar"), "1.0.0", GateLoss.facts(9, "int")),
        "but with other content: give it another Bundle-Version");
    jars.put(
        bad("throwing.jar", "throw new IllegalStateException(\"no beans\");"),
        "it has a module bad.BadPlugin that cannot be built (IllegalStateException: no beans)");
    jars.put(
        with("escaping.jar", "../../escaped.txt"),
        "it has an entry '../../escaped.txt', whose name leads out of the jar");
    jars.put(recipe("recipe.jar"), "it offers a recipe 'wrong' that does not fit");
    return jars;
  }

  private Path good(String version) throws IOException {
    return gate.write(
        folder.resolve("gate-" + version + ".jar"), version, GateLoss.facts(1, "int"));
  }

  private Path bad(String name, String body) throws IOException {
    Path jar = folder.resolve(name);
    PluginSource.compileInto(
        jar,
        "bad.BadPlugin",
        """
        package bad;
        import dev.coffey.api.plugin.PluginModule;
        public final class BadPlugin extends PluginModule {
          @Override protected void contribute() { BODY }
        }
        """
            .replace("BODY", body));
    return jar;
  }

  private Path recipe(String name) throws IOException {
    return PluginSource.compile(
            "recipe.RecipePlugin",
            """
            package recipe;
            import dev.coffey.api.plugin.PluginModule;
            public final class RecipePlugin extends PluginModule {
              @Override protected void contribute() { experiment("wrong").from("wrong.yaml"); }
            }
            """)
        .write(
            folder.resolve(name),
            "1.0.0",
            Map.of("recipe/wrong.yaml", "losses:\n  - kd-kl: { temprature: 4 }\n"));
  }

  /** The good plugin as version 4 with another manifest. */
  private Path changed(String name, String from, String to) throws IOException {
    Path jar = Files.copy(good("4.0.0"), folder.resolve(name));
    try (var files = java.nio.file.FileSystems.newFileSystem(jar)) {
      Path manifest = files.getPath("META-INF/MANIFEST.MF");
      String unfolded = Files.readString(manifest).replace("\r\n ", "");
      var changed = new java.util.jar.Manifest();
      Stream.of(unfolded.replace(from, to).split("\r\n"))
          .filter(line -> line.contains(": "))
          .map(line -> line.split(": ", 2))
          .forEach(entry -> changed.getMainAttributes().putValue(entry[0], entry[1]));
      try (OutputStream out = Files.newOutputStream(manifest)) {
        changed.write(out);
      }
    }
    return jar;
  }

  private Path with(String name, String entry) throws IOException {
    return gate.write(
        folder.resolve(name), "5.0.0", Map.of("gate/gate.properties", "factor=1", entry, "evil"));
  }

  private Path zip(String name, String entry) throws IOException {
    Path jar = folder.resolve(name);
    try (var out = new ZipOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry(entry));
    }
    return jar;
  }
}

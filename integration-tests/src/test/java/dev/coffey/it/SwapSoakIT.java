package dev.coffey.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffey.it.Inside.Sight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two experiments train at once in one process while a loss, a composer and a dataset are replaced
 * again and again. {@code -Dcoffey.soak.swaps=N}: how often in all, 80 at least; with {@code
 * -Dcoffey.soak.bounds=true} the times must keep their bounds, too, which a loaded machine may
 * break.
 */
class SwapSoakIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SWAPS = Integer.getInteger("coffey.soak.swaps", 200);
  // so that both train through nearly all of the swaps; the rest waits for the test
  private static final int LONG = SWAPS;
  private static final int SHORT = 30;
  // each run with one thread, whatever runs beside it
  private static final Map<String, String> ONE_THREAD = Map.of("OMP_NUM_THREADS", "1");

  private @TempDir Path folder;
  private Coffey coffey;
  private final Map<SoakPlugins, PluginSource> sources = new EnumMap<>(SoakPlugins.class);
  private final Map<SoakPlugins, Integer> newest = new EnumMap<>(SoakPlugins.class);
  private final List<Double> millis = new ArrayList<>();

  @Test
  @EnabledOnOs(OS.LINUX)
  void runsKeepTheirVersionsWhilePluginsAreReplacedAgainAndAgain() throws IOException {
    coffey = Coffey.copyInto(folder.resolve("coffey"));
    for (SoakPlugins plugin : SoakPlugins.all()) {
      sources.put(plugin, plugin.compile());
      drop(plugin, 0);
    }
    experiment("one", 1, LONG, "first-gate");
    experiment("two", 2, LONG, "first-gate");
    experiment("after", 3, SHORT, "last-gate");
    Files.createFile(folder.resolve("first-gate"));
    var calm = run("calm", "one.yaml", "two.yaml").end();
    assertThat(calm.code()).as(calm.err()).isZero();
    Files.delete(folder.resolve("first-gate"));

    try (var run = run("runs", "one.yaml", "two.yaml", "after.yaml")) {
      var inside = new Inside(folder, run.process().pid());
      for (SoakPlugins plugin : SoakPlugins.all()) {
        told(plugin, 0, "ACTIVE 2");
      }
      swap(1, SWAPS / 4);
      validated("one"); // what validation needs is loaded by then
      validated("two");
      int kinds = SoakPlugins.all().size();
      settled(inside, 2 * kinds); // the runs' versions and the newest
      Sight early = inside.look();
      swap(SWAPS / 4 + 1, SWAPS);
      settled(inside, 2 * kinds);
      Sight late = inside.look();
      Files.createFile(folder.resolve("first-gate"));
      settled(inside, kinds); // both runs have ended
      Sight last = inside.look();
      Files.createFile(folder.resolve("last-gate"));
      var ended = run.end();

      assertThat(ended.code()).as(ended.err()).isZero();
      assertThat(late.loaders()).as("class loaders").isEqualTo(early.loaders());
      assertThat(last.loaders()).as("class loaders in the end").isEqualTo(early.loaders() - kinds);
      assertThat(late.metaspace()).as("metaspace").isLessThan(early.metaspace() * 21 / 20);
      // the JVM's own come and go; a leak would be one a swap
      assertThat(late.threads()).as("threads").isLessThan(early.threads() + SWAPS / 4);
    }
    report();

    var before = Map.of(SoakPlugins.LOSS, 0, SoakPlugins.COMPOSER, 0, SoakPlugins.DATASET, 0);
    for (String name : List.of("one", "two")) {
      assertThat(versions("runs", name)).isEqualTo(expected(before));
      assertThat(record("runs", name).path("student"))
          .isEqualTo(record("calm", name).path("student"));
      assertThat(record("runs", name).path("metrics"))
          .isEqualTo(record("calm", name).path("metrics"));
    }
    assertThat(versions("runs", "after")).isEqualTo(expected(newest));
    var again = run("calm", "after.yaml").end();
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(record("runs", "after").path("student"))
        .isEqualTo(record("calm", "after").path("student"));
  }

  private Going run(String out, String... files) {
    var arguments = new ArrayList<>(List.of("run", "--jobs", "2", "--out", out));
    Collections.addAll(arguments, files);
    return coffey.start(folder, ONE_THREAD, arguments.toArray(String[]::new));
  }

  /** Replaces one plugin after the other and notes how long it took until it was served. */
  private void swap(int first, int last) throws IOException {
    for (int number = first; number <= last; number++) {
      SoakPlugins plugin = SoakPlugins.all().get(number % SoakPlugins.all().size());
      Path jar = SoakPlugins.jar(sources.get(plugin), folder.resolve("next.jar"), number);
      long start = System.nanoTime();
      coffey.drop(jar, plugin.file());
      newest.put(plugin, number);
      told(plugin, number, "ACTIVE 0");
      millis.add((System.nanoTime() - start) / 1e6);
    }
  }

  private void drop(SoakPlugins plugin, int number) throws IOException {
    coffey.drop(
        SoakPlugins.jar(sources.get(plugin), folder.resolve("next.jar"), number), plugin.file());
    newest.put(plugin, number);
  }

  private void told(SoakPlugins plugin, int number, String standing) {
    String line = "%s 1.0.%d %s".formatted(plugin.module(), number, standing);
    Waiting.until(line, () -> coffey.told().contains(line));
  }

  private void validated(String name) {
    Path runs = folder.resolve("runs/" + name + "/runs");
    Waiting.until(name + " is validated", () -> anyIsValidated(runs));
  }

  private static boolean anyIsValidated(Path runs) throws IOException {
    try (var all = Files.newDirectoryStream(runs)) {
      for (Path run : all) {
        if (Files.readString(run.resolve("events.jsonl")).contains("validation/")) {
          return true;
        }
      }
      return false;
    } catch (NoSuchFileException notYet) {
      return false;
    }
  }

  /** Beside the shipped plugins only {@code left} jars of the store are open. */
  private void settled(Inside inside, int left) throws IOException {
    Path store = coffey.home().resolve("var/store");
    int shipped = jars() - SoakPlugins.all().size();
    Waiting.until(
        "%d open jars of the store".formatted(shipped + left),
        () -> inside.open(store).size() == shipped + left);
  }

  /** Number of plugins in the folder, those of this test among them. */
  private int jars() throws IOException {
    try (var files = Files.list(coffey.home().resolve("plugins"))) {
      return Math.toIntExact(files.filter(file -> file.toString().endsWith(".jar")).count());
    }
  }

  private void report() throws IOException {
    Collections.sort(millis);
    double median = millis.get(millis.size() / 2);
    double high = millis.get((int) Math.ceil(0.99 * millis.size()) - 1);
    String text =
        "%d swaps, from a jar's arrival until it is served: median %.0f ms, 99th percentile %.0f ms, longest %.0f ms%n"
            .formatted(millis.size(), median, high, millis.get(millis.size() - 1));
    Files.writeString(
        Files.createDirectories(Coffey.checkout().resolve("integration-tests/target"))
            .resolve("swap-soak.txt"),
        text);
    System.out.print(text);
    if (Boolean.getBoolean("coffey.soak.bounds")) {
      assertThat(median).as("median").isLessThan(300);
      assertThat(high).as("99th percentile").isLessThan(1000);
    }
  }

  private void experiment(String name, int seed, int epochs, String gate) throws IOException {
    Files.writeString(
        folder.resolve(name + ".yaml"),
        SoakPlugins.EXPERIMENT
            .replace("NAME", name)
            .replace("SEED", Integer.toString(seed))
            .replace("EPOCHS", Integer.toString(epochs))
            .replace("GATE", gate));
  }

  private static Map<String, String> expected(Map<SoakPlugins, Integer> numbers) {
    var versions = new TreeMap<String, String>();
    numbers.forEach((plugin, number) -> versions.put(plugin.module(), "1.0." + number));
    return versions;
  }

  /** By bundle; fails if a bundle took part in two versions. */
  private Map<String, String> versions(String out, String name) throws IOException {
    var versions = new TreeMap<String, String>();
    for (JsonNode plugin : record(out, name).path("plugins")) {
      String bundle = plugin.path("bundle").asText();
      if (bundle.startsWith("soak.")) {
        String former = versions.put(bundle, plugin.path("version").asText());
        assertThat(former).isIn(null, plugin.path("version").asText());
      }
    }
    return versions;
  }

  private JsonNode record(String out, String name) throws IOException {
    try (var runs = Files.newDirectoryStream(folder.resolve(out + "/" + name + "/runs"))) {
      return JSON.readTree(runs.iterator().next().resolve("record.json").toFile());
    }
  }
}

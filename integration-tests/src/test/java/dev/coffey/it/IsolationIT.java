package dev.coffey.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    PluginSource.compileInto(
        coffey.home().resolve("plugins/broken.jar"), "broken.BrokenPlugin", SOURCE);
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
}

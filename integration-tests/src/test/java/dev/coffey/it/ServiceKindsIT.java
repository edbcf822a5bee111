package dev.coffey.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin's teacher, composer, method and observer take part in a comparison. */
class ServiceKindsIT {
  private static final String SOURCE =
      """
      package kinds;
      import ai.djl.ndarray.*;
      import ai.djl.ndarray.types.Shape;
      import ai.djl.nn.core.Linear;
      import dev.coffey.api.*;
      import dev.coffey.api.plugin.PluginModule;
      import dev.coffey.nn.block.Staged;
      import java.io.IOException;
      import java.nio.file.*;
      import java.util.List;
      public final class KindsPlugin extends PluginModule {
        @Override protected void contribute() {
          teacher("untaught").to(Untaught.class);
          composer("negative").to(Negative.class);
          method("half-batch").to(HalfBatch.class);
          observer("diary").to(Diary.class);
        }
        /** A random linear map. */
        public static final class Untaught implements Teacher {
          @Override public List<Network> open(Run run) {
            var block = Staged.builder()
                .apply(x -> x.reshape(x.getShape().get(0), -1))
                .add(Linear.builder().setUnits(run.data().classes()).build()).tap("logits").build();
            return List.of(run.build("teacher", block, run.data().input()).freeze());
          }
        }
        public static final class Negative implements Composer {
          @Override public Mixer open(Run run) {
            return batch -> batch.with("x", batch.get("x").neg().add(1));
          }
        }
        /** Cross-entropy on the first half of every batch, in a phase of its own. */
        public static final class HalfBatch implements Method {
          @Override public Procedure open(Run run) {
            Network student = run.network("student");
            return batch -> {
              long half = batch.get("x").getShape().get(0) / 2;
              NDArray x = batch.get("x").get(":" + half);
              NDArray y = batch.get("y").get(":" + half).oneHot(run.data().classes());
              double loss = run.update("student",
                  () -> student.forward(Tensors.of("x", x), Mode.TRAIN).get("logits").logSoftmax(1).mul(y).sum().div(-half),
                  student);
              run.report("train/loss", loss);
            };
          }
        }
        public static final class Diary implements Observer {
          @Override public void on(Event event) {
            try {
              Files.writeString(Path.of("diary.txt"), event + "\\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
          }
        }
      }
      """;

  private static final String EXPERIMENT =
      """
      name: kinds
      dataset: mnist
      teacher: { use: untaught }
      student: lenet5-half
      train: { epochs: 2, samples: 200, batch: 50, optimizer: { lr: 0.05 } }
      compare:
        - supervised
        - weighted-sum: { as: negatives, composers: [negative], losses: [cross-entropy] }
        - half-batch
        - kd
      seeds: [1]
      metrics: [accuracy, agreement]
      observers: [diary]
      """;

  private @TempDir Path folder;

  @Test
  void teacherComposerMethodAndObserverOfAPluginTakePart() throws IOException {
    Coffey coffey = Coffey.copyInto(folder.resolve("coffey"));
    PluginSource.compileInto(
        coffey.home().resolve("plugins/kinds.jar"), "kinds.KindsPlugin", SOURCE);
    Experiments.write(folder, EXPERIMENT);

    var ended = coffey.in(folder, "run", "experiment.yaml");

    assertThat(ended.code()).as(ended.err()).isZero();
    var results = new ObjectMapper().readTree(folder.resolve("runs/kinds/results.json").toFile());
    assertThat(results.path("teacher").path("network").asText()).isEqualTo("untaught");
    assertThat(results.path("rows").findValuesAsText("method"))
        .containsExactly("supervised", "negatives", "half-batch", "kd");
    assertThat(Experiments.students(folder.resolve("runs/kinds")).values())
        .hasSize(4)
        .doesNotHaveDuplicates();
    assertThat(Files.readAllLines(folder.resolve("diary.txt")))
        .anyMatch(line -> line.startsWith("Finished[run=half-batch/seed-1"));
  }
}

package dev.coffey.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the parts of counterfactual images are put together is exchanged alone. */
class CompositionIT {
  private static final String ALPHA = "dev.coffey.plugins.alpha-blending";

  /** Mechanisms of 10 classes: a hard-edged square, white foregrounds, black backgrounds. */
  private static final String PAINTERS =
      """
      package painters;
      import ai.djl.ndarray.types.Shape;
      import ai.djl.nn.core.Linear;
      import dev.coffey.api.*;
      import dev.coffey.api.plugin.PluginModule;
      import dev.coffey.nn.block.Staged;
      import java.util.List;
      public final class PaintersPlugin extends PluginModule {
        @Override protected void contribute() { teacher("painters").to(Painters.class); }
        public static final class Painters implements Teacher {
          @Override public List<Network> open(Run run) {
            float[] square = new float[28 * 28];
            float[] white = new float[28 * 28];
            for (int i = 0; i < square.length; i++) {
              square[i] = i / 28 >= 8 && i / 28 < 20 && i % 28 >= 8 && i % 28 < 20 ? 1 : 0;
              white[i] = 1;
            }
            return List.of(
                part(run, "teacher", "mask", square),
                part(run, "teacher.texture", "image", white),
                part(run, "teacher.background", "image", new float[28 * 28]));
          }
          private static Network part(Run run, String role, String tap, float[] pixels) {
            var block = Staged.builder()
                .input("z")
                .add(Linear.builder().setUnits(1).build())
                .apply(z -> z.mul(0).reshape(-1, 1, 1, 1)
                    .add(z.getManager().create(pixels, new Shape(1, 1, 28, 28))))
                .tap(tap)
                .build();
            return run.build(role, block, new Shape(4 + 10)).freeze();
          }
        }
      }
      """;

  /** The same composer, by the same name, whose masks have an edge that is three pixels wide. */
  private static final String SOFT =
      """
      package soft;
      import ai.djl.ndarray.*;
      import dev.coffey.api.*;
      import dev.coffey.api.plugin.PluginModule;
      public final class SoftPlugin extends PluginModule {
        @Override protected void contribute() { composer("alpha").to(Soft.class); }
        public static final class Soft implements Composer {
          @Override public Mixer open(Run run) {
            return batch -> {
              NDArray mask = blurred(blurred(batch.get("mask"), 2), 3);
              NDArray above = mask.mul(batch.get("foreground-image"));
              NDArray below = mask.neg().add(1).mul(batch.get("background-image"));
              return batch.with("x", above.add(below));
            };
          }
          /** Means of three along an axis; ends are repeated. */
          private static NDArray blurred(NDArray mask, int axis) {
            long edge = mask.getShape().get(axis);
            String all = axis == 2 ? ":, :, %s" : ":, :, :, %s";
            NDArray first = mask.get(all.formatted("0:1"));
            NDArray last = mask.get(all.formatted(edge - 1 + ":"));
            NDArray before = first.concat(mask.get(all.formatted("0:" + (edge - 1))), axis);
            NDArray after = mask.get(all.formatted("1:")).concat(last, axis);
            return mask.add(before).add(after).div(3);
          }
        }
      }
      """;

  private static final String EXPERIMENT =
      """
      name: %s
      dataset: mnist
      stages:
        pool: { teacher: { use: painters }, composers: [counterfactuals, alpha], samples: 20, batch: 10 }
      student: { mnist-cnn: { width: 2 } }
      train: { epochs: 1, batch: 10, optimizer: { lr: 0.01 } }
      compare:
        - weighted-sum: { as: counterfactual, losses: [%s], data: pool }
      seeds: [1]
      metrics: [accuracy]
      """;

  private @TempDir Path folder;

  @Test
  void anotherComposerTakesTheNameInARunningPlatformAndTheNextRunUsesIt() throws IOException {
    var coffey = Coffey.copyInto(folder.resolve("coffey"));
    PluginSource.compileInto(
        coffey.home().resolve("plugins/painters.jar"), "painters.PaintersPlugin", PAINTERS);
    coffey.drop(
        GateLoss.compile()
            .write(folder.resolve("gate-1.0.0.jar"), "1.0.0", GateLoss.facts(1, "int")),
        "gate.jar");
    PluginSource.compileInto(folder.resolve("soft.jar"), "soft.SoftPlugin", SOFT);
    Files.writeString(folder.resolve("first.yaml"), EXPERIMENT.formatted("first", "gate"));
    Files.writeString(folder.resolve("next.yaml"), EXPERIMENT.formatted("next", "cross-entropy"));
    Files.createFile(folder.resolve("wait-1"));

    try (var run =
        coffey.start(folder, Map.of(), "run", "first.yaml", "next.yaml", "--jobs", "1")) {
      Waiting.until("the first pool", () -> pools().size() == 1);
      String serves = "process %d serves".formatted(run.process().pid());
      var removed = coffey.in(folder, "plugins", "remove", ALPHA);
      assertThat(removed.code()).as(removed.err()).isZero();
      var installed =
          coffey.in(folder, "plugins", "install", folder.resolve("soft.jar").toString());
      assertThat(installed.code()).as(installed.err()).isZero();
      assertThat(installed.out()).contains(serves);
      Files.delete(folder.resolve("wait-1"));
      var ended = run.end();
      assertThat(ended.code()).as(ended.err()).isZero();
    }

    assertThat(pools()).hasSize(2);
    var shades = pools().stream().map(CompositionIT::shades).sorted().toList();
    assertThat(shades).containsExactly(2L, 7L); // ninths: 0, 1, 2, 3, 4, 6, 9
    for (String name : List.of("first", "next")) {
      var results = folder.resolve("runs/" + name + "/results.json");
      assertThat(new ObjectMapper().readTree(results.toFile()).path("rows")).hasSize(1);
    }
  }

  /** Images of the pools made so far. */
  private List<Path> pools() throws IOException {
    Path artefacts = folder.resolve("runs/artefacts");
    if (!Files.isDirectory(artefacts)) {
      return List.of();
    }
    var pools = new ArrayList<Path>();
    try (var made = Files.newDirectoryStream(artefacts)) {
      for (Path artefact : made) {
        if (Files.exists(artefact.resolve("x.float32"))) {
          pools.add(artefact.resolve("x.float32"));
        }
      }
    }
    return pools;
  }

  /** How many different values, to the third digit, the pixels have. */
  private static long shades(Path images) {
    try {
      var floats =
          ByteBuffer.wrap(Files.readAllBytes(images))
              .order(ByteOrder.nativeOrder())
              .asFloatBuffer();
      var values = new float[floats.remaining()];
      floats.get(values);
      assertThat(values).hasSize(20 * 28 * 28);
      return IntStream.range(0, values.length)
          .map(i -> Math.round(values[i] * 1000))
          .distinct()
          .count();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

package dev.coffey.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Three plugins whose every version computes something else, by a number in {@code version.txt}: a
 * loss, a composer and a dataset. Some of their classes are loaded late in a run, when their jars
 * have long been replaced.
 */
enum SoakPlugins {
  LOSS(
      "soak.LossPlugin",
      """
      package soak;
      import ai.djl.ndarray.NDArray;
      import dev.coffey.api.*;
      import dev.coffey.api.plugin.PluginModule;
      import java.io.*;
      import java.nio.file.*;
      import java.util.*;
      public final class LossPlugin extends PluginModule {
        @Override protected void contribute() { loss("soak-loss").to(Scaled.class); }
        /** Cross-entropy; from the third epoch on times 1 + version/1000. */
        public record Options(@Option(help = "file to wait for in the end") String gate) {}
        public static final class Scaled implements Loss {
          @Override public Class<Options> options() { return Options.class; }
          @Override public Map<String, String> inputs() {
            return Map.of("student", "student/logits", "labels", "batch/y");
          }
          @Override public Term open(Run run) {
            Path gate = Path.of(run.options(Options.class).gate());
            return inputs -> {
              double factor = run.progress().epoch() < 3 ? 1 : Late.factor();
              if (run.progress().fraction() > 0.97) {
                Latest.await(gate);
              }
              NDArray logits = inputs.get("student");
              NDArray y = inputs.get("labels").oneHot((int) logits.getShape().get(1));
              return logits.logSoftmax(1).mul(y).sum(new int[] {1}).mean().mul(-factor);
            };
          }
        }
        static final class Late {
          static double factor() {
            try (var in = LossPlugin.class.getResourceAsStream("version.txt")) {
              return 1 + Integer.parseInt(new String(in.readAllBytes())) / 1000.0;
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        }
        /** The last epochs wait until the test has done all its swaps. */
        static final class Latest {
          static void await(Path gate) {
            try {
              for (int i = 0; !Files.exists(gate) && i < 360_000; i++) {
                Thread.sleep(5);
              }
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
        }
      }
      """),
  COMPOSER(
      "soak.ComposerPlugin",
      """
      package soak;
      import ai.djl.ndarray.*;
      import dev.coffey.api.*;
      import dev.coffey.api.plugin.PluginModule;
      import java.io.*;
      public final class ComposerPlugin extends PluginModule {
        @Override protected void contribute() { composer("soak-noise").to(Noise.class); }
        /** Adds noise of a size that the version decides, from the second epoch on. */
        public static final class Noise implements Composer {
          @Override public Mixer open(Run run) {
            return batch -> run.progress().epoch() < 2
                ? batch
                : batch.with("x", Late.noisy(run, batch.get("x")));
          }
        }
        static final class Late {
          static NDArray noisy(Run run, NDArray x) {
            float size = (float) (0.05 + version() / 10_000.0);
            float[] noise = new float[(int) x.size()];
            for (int i = 0; i < noise.length; i++) {
              noise[i] = size * run.random().nextFloat();
            }
            return x.add(run.scratch().create(noise, x.getShape()));
          }
          static int version() {
            try (var in = ComposerPlugin.class.getResourceAsStream("version.txt")) {
              return Integer.parseInt(new String(in.readAllBytes()));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        }
      }
      """),
  DATASET(
      "soak.DatasetPlugin",
      """
      package soak;
      import ai.djl.ndarray.types.Shape;
      import dev.coffey.api.*;
      import dev.coffey.api.plugin.PluginModule;
      import dev.coffey.nn.data.ByteImages;
      import java.io.*;
      import java.util.*;
      import java.util.stream.*;
      public final class DatasetPlugin extends PluginModule {
        @Override protected void contribute() { dataset("soak-digits").to(Digits.class); }
        /** Bright rows in noise that the version decides; the test split by a class of its own. */
        public static final class Digits implements Dataset {
          @Override public Source open(Run run, String split) {
            return split.equals("test") ? Late.images(run) : images(run, split, 512);
          }
          static Source images(Run run, String split, int count) {
            var random = new SplittableRandom(31 * version() + split.hashCode());
            byte[] pixels = new byte[count * 784];
            random.nextBytes(pixels);
            int[] labels = new int[count];
            for (int i = 0; i < count; i++) {
              labels[i] = i % 10;
              Arrays.fill(pixels, i * 784 + labels[i] * 56, i * 784 + labels[i] * 56 + 56, (byte) -1);
            }
            return new ByteImages(
                run,
                DataSpec.of(new Shape(1, 28, 28), 10),
                pixels,
                labels,
                LongStream.range(0, count).toArray());
          }
          static int version() {
            try (var in = DatasetPlugin.class.getResourceAsStream("version.txt")) {
              return Integer.parseInt(new String(in.readAllBytes()));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        }
        static final class Late {
          static Dataset.Source images(Run run) {
            return Digits.images(run, "test", 128);
          }
        }
      }
      """);

  static final String EXPERIMENT =
      """
      name: NAME
      dataset: soak-digits
      student: lenet5-half
      train: { epochs: EPOCHS, batch: 32, validate-every: 20, optimizer: { lr: 0.002 } }
      compare:
        - weighted-sum: { as: soaked, losses: [{ soak-loss: { gate: GATE } }], composers: [soak-noise] }
      seeds: [SEED]
      metrics: [accuracy]
      """;

  private final String module;
  private final String source;

  SoakPlugins(String module, String source) {
    this.module = module;
    this.source = source;
  }

  String module() {
    return module;
  }

  String file() {
    return module + ".jar";
  }

  PluginSource compile() throws IOException {
    return PluginSource.compile(module, source);
  }

  /** A jar of version 1.0.NUMBER. */
  static Path jar(PluginSource compiled, Path file, int number) throws IOException {
    return compiled.write(
        file, "1.0." + number, Map.of("soak/version.txt", Integer.toString(number)));
  }

  static List<SoakPlugins> all() {
    return List.of(values());
  }
}

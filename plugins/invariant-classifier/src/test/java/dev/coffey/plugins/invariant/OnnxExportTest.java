package dev.coffey.plugins.invariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.nn.engine.ClassPathEngine;
import dev.coffey.nn.model.NetworkFile;
import dev.coffey.nn.test.TestBench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnnxExportTest {
  private @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"32, false, 32", "8, true, 32", "4, false, 28"})
  void onnxRuntimeGivesTheSameAtEveryTap(int width, boolean batchNorm, int edge) throws Exception {
    var data =
        new DataSpec(
            new Shape(3, edge, edge), 10, List.of(0.5f, 0.5f, 0.5f), List.of(0.5f, 0.5f, 0.5f));
    try (var bench = TestBench.open(3, data)) {
      Run run = bench.run(new MnistCnnOptions(width, batchNorm));
      Network network = new MnistCnn().open(run).get(0);
      train(bench, run, network);
      Path path = folder.resolve("student.onnx");
      try (var out = Files.newOutputStream(path)) {
        bench.workspace().exportOnnx(network, out);
      }
      var file =
          NetworkFile.ofSamples(path, Optional.empty(), List.copyOf(network.taps().keySet()));
      Network copy = bench.workspace().open("teacher", file, new ClassPathEngine("onnxruntime"));

      bench.stepping(
          () -> {
            Tensors x = images(run, 4);
            Tensors expected = network.forward(x, Mode.INFER);
            Tensors actual = copy.forward(x, Mode.INFER);
            for (String tap : network.taps().keySet()) {
              assertThat(actual.get(tap).toFloatArray())
                  .as(tap)
                  .containsExactly(expected.get(tap).toFloatArray(), offset(1e-4f));
            }
          });
    }
  }

  /** A step, so that running statistics aren't those of an untrained network. */
  private static void train(TestBench bench, Run run, Network network) {
    bench.stepping(
        () ->
            run.update(
                "student",
                () ->
                    network
                        .forward(images(run, 8), Mode.TRAIN)
                        .get("logits")
                        .square()
                        .mean()
                        .mul(0.01),
                network));
  }

  private static Tensors images(Run run, int count) {
    Shape shape = new Shape(count).addAll(run.data().input());
    float[] values = TestBench.normal(Math.toIntExact(shape.size()), count);
    return Tensors.of("x", run.scratch().create(values, shape));
  }
}

package dev.coffey.plugins.networks;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.NoOptions;
import dev.coffey.api.Run;
import dev.coffey.api.Student;
import dev.coffey.api.Tensors;
import dev.coffey.nn.engine.ClassPathEngine;
import dev.coffey.nn.model.NetworkFile;
import dev.coffey.nn.test.TestBench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OnnxExportTest {
  private static final DataSpec DIGITS =
      new DataSpec(new Shape(1, 28, 28), 10, List.of(0.13f), List.of(0.31f));
  private static final DataSpec COLOURS =
      new DataSpec(
          new Shape(3, 32, 32), 10, List.of(0.49f, 0.48f, 0.45f), List.of(0.25f, 0.24f, 0.26f));

  private @TempDir Path folder;

  static Stream<Arguments> students() {
    return Stream.of(
        Arguments.of(LeNet5.FULL, new NoOptions(), DIGITS),
        Arguments.of(LeNet5.HALF, new NoOptions(), DIGITS),
        Arguments.of(new Mlp(), new MlpOptions(List.of(50, 30), 0.2), DIGITS),
        Arguments.of(new ResNetPreset(8), new NoOptions(), COLOURS),
        Arguments.of(new ResNetPreset(20), new NoOptions(), DIGITS),
        Arguments.of(new WideResNet(), new WideResNetOptions(16, 2, 0.3), COLOURS));
  }

  @ParameterizedTest
  @MethodSource("students")
  void onnxRuntimeGivesTheSameAtEveryTap(Student student, Record options, DataSpec data)
      throws Exception {
    try (var bench = TestBench.open(3, data)) {
      Run run = bench.run(options);
      Network network = student.open(run).get(0);
      train(bench, run, network, data.input());
      Path path = folder.resolve("student.onnx");
      try (var out = Files.newOutputStream(path)) {
        bench.workspace().exportOnnx(network, out);
      }
      var file =
          NetworkFile.ofSamples(path, Optional.empty(), List.copyOf(network.taps().keySet()));
      Network copy = bench.workspace().open("teacher", file, new ClassPathEngine("onnxruntime"));

      assertThat(copy.taps()).isEqualTo(network.taps());
      bench.stepping(
          () -> {
            Tensors x = images(run, 4, data.input());
            Tensors expected = network.forward(x, Mode.INFER);
            Tensors actual = copy.forward(x, Mode.INFER);
            for (String tap : network.taps().keySet()) {
              float[] values = expected.get(tap).toFloatArray();
              assertThat(actual.get(tap).toFloatArray())
                  .as(tap)
                  .containsExactly(values, within(values));
            }
          });
    }
  }

  /** A step, so that running statistics aren't those of an untrained network. */
  private static void train(TestBench bench, Run run, Network network, Shape input) {
    bench.stepping(
        () ->
            run.update(
                "student",
                () ->
                    network
                        .forward(images(run, 8, input), Mode.TRAIN)
                        .get("logits")
                        .square()
                        .mean()
                        .mul(0.01),
                network));
  }

  /** 1e-5 of the largest value: engines add up in different orders. */
  private static Offset<Float> within(float[] values) {
    float largest = 1;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return Offset.offset(1e-5f * largest);
  }

  private static Tensors images(Run run, int count, Shape input) {
    Shape shape = new Shape(count).addAll(input);
    float[] values = TestBench.normal(Math.toIntExact(shape.size()), count);
    return Tensors.of("x", run.scratch().create(values, shape));
  }
}

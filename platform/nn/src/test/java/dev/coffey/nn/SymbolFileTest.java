package dev.coffey.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Tensors;
import dev.coffey.nn.engine.ClassPathEngine;
import dev.coffey.nn.model.NetworkFile;
import dev.coffey.nn.model.OutputRange;
import dev.coffey.nn.model.UnfitFile;
import dev.coffey.nn.test.TestBench;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** An MXNet symbol with its parameters, as MXNet's own tools write them. */
@DisabledIfSystemProperty(named = "coffey.test.engine", matches = "pytorch")
class SymbolFileTest {
  private static final String SYMBOL =
      """
      {"nodes": [
        {"op": "null", "name": "data", "inputs": []},
        {"op": "null", "name": "fc1_weight", "inputs": []},
        {"op": "null", "name": "fc1_bias", "inputs": []},
        {"op": "FullyConnected", "name": "fc1", "attrs": {"num_hidden": "3"},
         "inputs": [[0, 0, 0], [1, 0, 0], [2, 0, 0]]},
        {"op": "Activation", "name": "relu1", "attrs": {"act_type": "relu"}, "inputs": [[3, 0, 0]]},
        {"op": "null", "name": "fc2_weight", "inputs": []},
        {"op": "null", "name": "fc2_bias", "inputs": []},
        {"op": "FullyConnected", "name": "fc2", "attrs": {"num_hidden": "2"},
         "inputs": [[4, 0, 0], [5, 0, 0], [6, 0, 0]]}],
       "arg_nodes": [0, 1, 2, 5, 6],
       "node_row_ptr": [0, 1, 2, 3, 4, 5, 6, 7, 8],
       "heads": [[4, 0, 0], [7, 0, 0]],
       "attrs": {"mxnet_version": ["int", 10900]}}
      """;
  private static final float[][] FIRST = {
    {1, 2, 3, 4}, {-1, 0.5f, 0, 2}, {0.1f, 0.2f, -0.3f, 0.4f}
  };
  private static final float[] FIRST_BIAS = {0.5f, -0.5f, 0.25f};
  private static final float[][] SECOND = {{1, -1, 2}, {0.5f, 0, -3}};
  private static final float[] SECOND_BIAS = {0.1f, 0.2f};

  private final TestBench bench = TestBench.open(1, DataSpec.of(new Shape(1, 2, 2), 2));
  private @TempDir Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    Files.writeString(folder.resolve("small-symbol.json"), SYMBOL);
    var arrays = new LinkedHashMap<String, float[][]>();
    arrays.put("arg:fc1_weight", FIRST);
    arrays.put("arg:fc1_bias", new float[][] {FIRST_BIAS});
    arrays.put("arg:fc2_weight", SECOND);
    arrays.put("arg:fc2_bias", new float[][] {SECOND_BIAS});
    Files.write(folder.resolve("small-0000.params"), parameters(arrays));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void computesWhatItsParametersSayInTheRunsOwnEngine() {
    Network teacher = open(Optional.of(new Shape(4)), "feature", "logits");
    float[] sample = {1, -0.5f, 2, 0.25f};
    bench.stepping(
        () -> {
          var x = bench.run().scratch().create(sample, new Shape(1, 1, 2, 2));
          Tensors first = teacher.forward(Tensors.of("x", x), Mode.INFER);
          Tensors two = teacher.forward(Tensors.of("x", x.repeat(0, 2).mul(2)), Mode.INFER);
          float[] hidden = relu(dense(sample, FIRST, FIRST_BIAS));
          assertThat(first.get("feature").toFloatArray())
              .containsExactly(hidden, Offset.offset(1e-6f));
          assertThat(first.get("logits").toFloatArray())
              .containsExactly(dense(hidden, SECOND, SECOND_BIAS), Offset.offset(1e-6f));
          assertThat(two.get("logits").getShape()).isEqualTo(new Shape(2, 2));
        });
    assertThat(teacher.taps())
        .containsExactly(Map.entry("feature", new Shape(3)), Map.entry("logits", new Shape(2)));
    assertThat(teacher.parameters()).isZero();
  }

  @Test
  void aGeneratorReadsAnotherEntryOfTheBatchAndItsRangeIsMappedToTheUnits() {
    var range = Optional.of(new OutputRange(-2, 6));
    var generator =
        new NetworkFile(
            folder.resolve("small-symbol.json"),
            "z",
            Optional.of(new Shape(4)),
            List.of("feature", "image"),
            range);
    Network network =
        bench.workspace().open("teacher.image", generator, new ClassPathEngine("mxnet"));
    float[] sample = {1, -0.5f, 2, 0.25f};

    assertThat(network.inputs()).isEqualTo(Map.of("z", new Shape(4)));
    bench.stepping(
        () -> {
          var z = bench.run().scratch().create(sample, new Shape(1, 4));
          float[] expected = dense(relu(dense(sample, FIRST, FIRST_BIAS)), SECOND, SECOND_BIAS);
          for (int i = 0; i < expected.length; i++) {
            expected[i] = (expected[i] + 2) / 8;
          }
          assertThat(network.forward(Tensors.of("z", z), Mode.INFER).get("image").toFloatArray())
              .containsExactly(expected, Offset.offset(1e-6f));
        });
  }

  @Test
  void itTeachesInsideAnUpdate() {
    Network teacher = open(Optional.of(new Shape(4)), "feature", "logits");
    Network student =
        bench
            .run()
            .build("student", Linear.builder().setUnits(2).optBias(false).build(), new Shape(4));
    bench.stepping(
        () -> {
          var images = bench.run().scratch().ones(new Shape(3, 1, 2, 2));
          double loss =
              bench
                  .run()
                  .update(
                      "student",
                      () -> {
                        Tensors known =
                            bench
                                .run()
                                .infer(() -> teacher.forward(Tensors.of("x", images), Mode.INFER));
                        return student
                            .forward(Tensors.of("x", images.reshape(3, 4)), Mode.TRAIN)
                            .get("output")
                            .mul(0)
                            .add(known.get("logits"))
                            .sum();
                      },
                      student);
          float[] sample = {1, 1, 1, 1};
          float[] logits = dense(relu(dense(sample, FIRST, FIRST_BIAS)), SECOND, SECOND_BIAS);
          assertThat(loss).isCloseTo(3.0 * (logits[0] + logits[1]), Offset.offset(1e-4));
        });
  }

  @Test
  void whatIsDamagedIsRefused() throws IOException {
    Path parameters = folder.resolve("small-0000.params");
    byte[] whole = Files.readAllBytes(parameters);
    Files.write(parameters, java.util.Arrays.copyOf(whole, whole.length - 90));
    assertThatThrownBy(() -> open(Optional.of(new Shape(4)), "feature", "logits"))
        .isInstanceOf(UnfitFile.class)
        .hasMessageContaining("'small-symbol.json' cannot be read");

    Files.write(parameters, whole);
    Files.writeString(folder.resolve("small-symbol.json"), SYMBOL.substring(0, 300));
    assertThatThrownBy(() -> open(Optional.of(new Shape(4)), "feature", "logits"))
        .isInstanceOf(UnfitFile.class)
        .hasMessageContaining("'small-symbol.json' cannot be read");
  }

  @Test
  void anInputOfAnotherLengthIsRefused() {
    assertThatThrownBy(() -> open(Optional.of(new Shape(5)), "feature", "logits"))
        .isInstanceOf(UnfitFile.class)
        .hasMessageContaining(
            "takes samples of the shape (5), but the data has the shape (1, 2, 2)");
  }

  private Network open(Optional<Shape> input, String... outputs) {
    var file = NetworkFile.ofSamples(folder.resolve("small-symbol.json"), input, List.of(outputs));
    return bench.workspace().open("teacher", file, new ClassPathEngine("mxnet"));
  }

  private static float[] dense(float[] x, float[][] weight, float[] bias) {
    float[] result = bias.clone();
    for (int row = 0; row < weight.length; row++) {
      for (int column = 0; column < x.length; column++) {
        result[row] += weight[row][column] * x[column];
      }
    }
    return result;
  }

  private static float[] relu(float[] x) {
    float[] result = x.clone();
    for (int i = 0; i < x.length; i++) {
      result[i] = Math.max(0, x[i]);
    }
    return result;
  }

  /** MXNet's list of named arrays (src/ndarray/ndarray.cc, version 2 of an array). */
  private static byte[] parameters(Map<String, float[][]> arrays) {
    ByteBuffer out = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
    out.putLong(0x112).putLong(0).putLong(arrays.size());
    arrays.forEach(
        (name, rows) -> {
          boolean vector = name.endsWith("bias");
          out.putInt(0xF993FAC9).putInt(0).putInt(vector ? 1 : 2);
          if (!vector) {
            out.putLong(rows.length);
          }
          out.putLong(rows[0].length);
          out.putInt(1).putInt(0).putInt(0); // CPU 0, float32
          for (float[] row : rows) {
            for (float value : row) {
              out.putFloat(value);
            }
          }
        });
    out.putLong(arrays.size());
    arrays
        .keySet()
        .forEach(name -> out.putLong(name.length()).put(name.getBytes(StandardCharsets.US_ASCII)));
    byte[] bytes = new byte[out.position()];
    out.flip().get(bytes);
    return bytes;
  }
}

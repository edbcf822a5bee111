package dev.coffey.nn;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Tensors;
import dev.coffey.nn.engine.ClassPathEngine;
import dev.coffey.nn.model.NetworkFile;
import dev.coffey.nn.model.OutputRange;
import dev.coffey.nn.model.UnfitFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A TorchScript file, as {@code torch.jit.save} writes it. A process has one engine. */
@EnabledIfSystemProperty(named = "coffey.test.engine", matches = "pytorch")
class TorchScriptFileTest {
  private static final String CODE =
      """
      class Small(Module):
        __parameters__ = ["weight", ]
        __buffers__ = []
        weight : Tensor
        training : bool
        def forward(self: __torch__.Small,
          x: Tensor) -> Tuple[Tensor, Tensor]:
          hidden = torch.relu(torch.flatten(x, 1))
          weight = self.weight
          return (hidden, torch.matmul(hidden, weight))
      """;

  /** Python's pickle of the module: the weight's shape is (4, 2), its values lie in data/0. */
  private static final String MODULE =
      "\u0080\u0002c__torch__\nSmall\n)\u0081}("
          + text("weight")
          + "ctorch._utils\n_rebuild_tensor_v2\n(("
          + text("storage")
          + "ctorch\nFloatStorage\n"
          + text("0")
          + text("cpu")
          + "K\u0008tQK\u0000(K\u0004K\u0002t(K\u0002K\u0001t\u0089ccollections\nOrderedDict\n)RtR"
          + text("training")
          + "\u0089ub.";

  private static final float[] WEIGHT = {1, -1, 2, 0.5f, -3, 1, 0.25f, 4};

  private final Workspace workspace =
      Workspace.open(
          new Workspace.Settings(
              new ClassPathEngine("pytorch"),
              "cpu",
              1,
              DataSpec.of(new Shape(1, 2, 2), 2),
              (series, at, value) -> {}));
  private @TempDir Path folder;
  private Path path;

  @BeforeEach
  void writeFile() throws IOException {
    path = folder.resolve("small.pt");
    ByteBuffer weight =
        ByteBuffer.allocate(WEIGHT.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    weight.asFloatBuffer().put(WEIGHT);
    try (var out = new ZipOutputStream(Files.newOutputStream(path))) {
      add(out, "small/data.pkl", MODULE.getBytes(ISO_8859_1));
      add(out, "small/code/__torch__.py", CODE.getBytes(ISO_8859_1));
      add(out, "small/data/0", weight.array());
      add(out, "small/constants.pkl", "\u0080\u0002).".getBytes(ISO_8859_1));
      add(out, "small/version", "3\n".getBytes(ISO_8859_1));
    }
    workspace.stage("test", 1);
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  @Test
  void computesWhatItsParametersSayInTheRunsOwnEngine() {
    Network teacher = open("feature", "logits");
    workspace.step(
        () -> {
          var x = workspace.memory().create(new float[] {1, -2, 3, 4}, new Shape(1, 1, 2, 2));
          Tensors outputs = teacher.forward(Tensors.of("x", x), Mode.INFER);
          assertThat(outputs.get("feature").toFloatArray()).containsExactly(1, 0, 3, 4);
          assertThat(outputs.get("logits").toFloatArray())
              .containsExactly(new float[] {1 - 9 + 1, -1 + 3 + 16}, Offset.offset(1e-6f));
          return true;
        });
    assertThat(teacher.taps())
        .containsExactly(Map.entry("feature", new Shape(4)), Map.entry("logits", new Shape(2)));
  }

  @Test
  void aGeneratorReadsAnotherEntryOfTheBatchAndItsRangeIsMappedToTheUnits() {
    var generator =
        new NetworkFile(
            path,
            "z",
            Optional.of(new Shape(4)),
            List.of("feature", "image"),
            Optional.of(new OutputRange(-8, 24)));
    Network network = workspace.open("teacher.image", generator, new ClassPathEngine("pytorch"));
    workspace.step(
        () -> {
          var z = workspace.memory().create(new float[] {1, -2, 3, 4}, new Shape(1, 4));
          Tensors outputs = network.forward(Tensors.of("z", z), Mode.INFER);
          assertThat(outputs.get("image").getDataType()).isEqualTo(DataType.FLOAT32);
          assertThat(outputs.get("image").toFloatArray())
              .containsExactly(new float[] {1 / 32f, 26 / 32f}, Offset.offset(1e-6f));
          return true;
        });
    assertThat(network.inputs()).isEqualTo(Map.of("z", new Shape(4)));
  }

  @Test
  void whatIsDamagedIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(path);
    Files.write(path, Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> open("feature", "logits"))
        .isInstanceOf(UnfitFile.class)
        .hasMessageContaining("'small.pt' cannot be read");
  }

  private Network open(String... outputs) {
    var file = NetworkFile.ofSamples(path, Optional.empty(), List.of(outputs));
    return workspace.open("teacher", file, new ClassPathEngine("pytorch"));
  }

  /** A string in a pickle. */
  private static String text(String value) {
    return "X" + (char) value.length() + "\0\0\0" + value;
  }

  private static void add(ZipOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    out.write(content);
    out.closeEntry();
  }
}

package dev.coffey.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Run;
import dev.coffey.lab.method.Wiring;
import dev.coffey.nn.block.Staged;
import dev.coffey.nn.test.TestBench;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InputShapesTest {
  private static final Shape IMAGE = new Shape(1, 4, 4);

  @Test
  void theyAreThoseOfTapsAndOfTheData() {
    assertThat(
            shapes(
                Map.of(
                    "student", "student/hidden",
                    "stopped", "stop(student/logits)",
                    "image", "batch/x",
                    "label", "batch/y",
                    "mixed", "batch/jointLabel")))
        .containsOnly(
            Map.entry("student", new Shape(5)),
            Map.entry("stopped", new Shape(3)),
            Map.entry("image", IMAGE),
            Map.entry("label", new Shape()));
  }

  @Test
  void aTapThatDoesNotExistIsRefusedWithThoseThatDo() {
    assertThatThrownBy(() -> shapes(Map.of("student", "student/stage9")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no tensor 'student/stage9'; 'student' gives [hidden, logits]");
  }

  private static Map<String, Shape> shapes(Map<String, String> sources) {
    try (var bench = TestBench.open(1, DataSpec.of(IMAGE, 3))) {
      build(bench.run());
      return new InputShapes(bench.run()).of(new Wiring(sources));
    }
  }

  private static void build(Run run) {
    var block =
        Staged.builder()
            .add(Linear.builder().setUnits(5).build())
            .tap("hidden")
            .add(Linear.builder().setUnits(3).build())
            .tap("logits")
            .build();
    run.build("student", block, new Shape(16));
  }
}

package dev.coffey.lab.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StageFactsTest {
  private static final NetworkCost SMALL = new NetworkCost(500, 3000, 0);
  private static final NetworkCost LARGE = new NetworkCost(2000, 7000, 12.5);

  private static StageFacts stage(NetworkCost cost, NetworkCost teacher) {
    return new StageFacts("distilled", "tiny", "d", cost, teacher, 1, Map.of());
  }

  private static String text(double value) {
    return Double.toString(value);
  }

  @Test
  void figuresOfATeacherStandBehindASlash() {
    StageFacts stage = stage(SMALL, LARGE);

    assertThat(stage.besideTeacher(NetworkCost::parameters, StageFactsTest::text))
        .isEqualTo("500.0 / 2000.0");
    assertThat(stage.besideTeacher(NetworkCost::imagesPerSecond, StageFactsTest::text))
        .isEqualTo("- / 12.5");
  }

  @Test
  void whatIsNotThereIsADash() {
    assertThat(
            stage(SMALL, NetworkCost.nothing())
                .besideTeacher(NetworkCost::macs, StageFactsTest::text))
        .isEqualTo("3000.0");
    assertThat(
            stage(NetworkCost.nothing(), NetworkCost.nothing())
                .besideTeacher(NetworkCost::parameters, StageFactsTest::text))
        .isEqualTo("-");
  }

  @Test
  void factsWithoutCostsAreRead() throws IOException {
    var read =
        new ObjectMapper()
            .readValue(
                "{\"name\":\"s\",\"made\":\"m\",\"digest\":\"d\",\"seconds\":1,\"metrics\":{}}",
                StageFacts.class);

    assertThat(read.cost()).isEqualTo(NetworkCost.nothing());
    assertThat(read.teacher()).isEqualTo(NetworkCost.nothing());
  }
}

package dev.coffey.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReproductionTest {
  @Test
  void equalFiguresAndNetworksAreIdenticalWhateverTheTime() {
    var result = Reproduction.of(record(0.9, "aa", "p1", 10), record(0.9, "aa", "p1", 99));
    assertThat(result.identical()).isTrue();
    assertThat(result.differences()).isEmpty();
  }

  @Test
  void everyDifferenceIsASentence() {
    var result = Reproduction.of(record(0.9, "aa", "p1", 10), record(0.8, "bb", "p2", 10));
    assertThat(result.identical()).isFalse();
    assertThat(result.differences())
        .containsExactly(
            "plugin losses 1.0.0 of the original is another jar now",
            "accuracy was 0.9, now it is 0.8",
            "the exported network was aa, now it is bb");
  }

  private static RunRecord record(double accuracy, String student, String digest, double seconds) {
    var nothing = JsonNodeFactory.instance.objectNode();
    return new RunRecord(
        "0.1.0",
        "e",
        "kd",
        1,
        "d",
        "finished",
        "",
        nothing,
        nothing,
        List.of(new RunRecord.PluginUse("loss", "kd-kl", "1.0.0", "losses", digest)),
        List.of(),
        List.of(),
        Map.of(),
        RunRecord.TeacherUse.none(),
        "mxnet",
        new Machine("Linux", "amd64", "cpu", 2, "17", Map.of()),
        "now",
        Map.of("accuracy", accuracy),
        Map.of(),
        1,
        student,
        new RunRecord.Cost(seconds, 1, 1, 1, 1, 10 * seconds));
  }
}

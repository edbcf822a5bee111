package dev.coffey.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  private static final RunRecord RECORD =
      new RunRecord(
          "0.1.0",
          "e",
          "kd",
          1,
          "d",
          "finished",
          "",
          JsonNodeFactory.instance.objectNode(),
          JsonNodeFactory.instance.objectNode(),
          List.of(),
          List.of(),
          List.of(),
          Map.of(),
          new RunRecord.TeacherUse("lenet5", "t", 61_706, 416_520, 900, Map.of(), Map.of()),
          "mxnet",
          new Machine("Linux", "amd64", "cpu", 2, "17", Map.of()),
          "now",
          Map.of("accuracy", 0.5),
          Map.of(),
          1,
          "s",
          new RunRecord.Cost(2.5, 10, 1, 15_738, 115_200, 2_000));

  private @TempDir Path path;

  @Test
  void aRecordReadsBackEqual() throws IOException {
    var folder = new RunFolder(path);
    folder.write(RECORD);

    assertThat(folder.record()).contains(RECORD);
  }

  @Test
  void recordsOfEarlierVersionsAreRead() throws IOException {
    var folder = new RunFolder(path);
    folder.write(RECORD);
    Path file = path.resolve("record.json");
    var mapper = new ObjectMapper();
    var earlier = (ObjectNode) mapper.readTree(file.toFile());
    earlier.remove(List.of("swaps", "resumed"));
    ((ObjectNode) earlier.path("teacher")).remove(List.of("macs", "imagesPerSecond"));
    ((ObjectNode) earlier.path("cost")).remove("imagesPerSecond");
    Files.writeString(file, earlier.toString());

    RunRecord read = folder.record().orElseThrow();

    assertThat(read.cost().macs()).isEqualTo(115_200);
    assertThat(read.cost().imagesPerSecond()).isZero();
    assertThat(read.teacher().imagesPerSecond()).isZero();
  }
}

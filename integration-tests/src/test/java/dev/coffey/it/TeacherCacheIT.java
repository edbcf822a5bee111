package dev.coffey.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the teacher said once is what it would say again: results are the same, bit for bit. */
class TeacherCacheIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  private @TempDir Path folder;
  private final Coffey coffey = Coffey.assembled();

  @ParameterizedTest
  @ValueSource(ints = {48, 7})
  void withAndWithoutTheCacheStudentsAreEqual(int batch) throws IOException {
    Experiments.write(
        folder,
        Experiments.SMALL.replace("batch: 50", "batch: " + batch).replace("lr: 0.01", "lr: 0.02"));

    var with = coffey.in(folder, "run", "experiment.yaml", "--out", "with");
    var without =
        coffey.in(
            folder, "run", "experiment.yaml", "--out", "without", "-D", "teacher.cache=false");

    assertThat(with.code()).as(with.err()).isZero();
    assertThat(without.code()).as(without.err()).isZero();
    assertThat(students("with")).hasSize(4).isEqualTo(students("without"));
  }

  private Map<String, String> students(String out) throws IOException {
    var students = new TreeMap<String, String>();
    try (var runs = Files.newDirectoryStream(folder.resolve(out + "/small/runs"))) {
      for (Path run : runs) {
        JsonNode record = JSON.readTree(run.resolve("record.json").toFile());
        students.put(run.getFileName().toString(), record.path("student").asText());
      }
    }
    return students;
  }
}

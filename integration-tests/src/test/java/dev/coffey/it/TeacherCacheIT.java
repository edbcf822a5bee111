package dev.coffey.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the teacher said once is what it would say again: results are the same, bit for bit. */
class TeacherCacheIT {
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
    assertThat(Experiments.students(folder.resolve("with/small")))
        .hasSize(4)
        .isEqualTo(Experiments.students(folder.resolve("without/small")));
  }
}

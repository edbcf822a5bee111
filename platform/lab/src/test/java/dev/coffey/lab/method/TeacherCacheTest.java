package dev.coffey.lab.method;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeacherCacheTest {
  private static final String LOGITS = "teacher/logits";

  private final TeacherCache cache = new TeacherCache();

  @Test
  void rowsAreFoundForAnyBatchOfTheSameSizeWhoseSamplesAreAllThere() {
    cache.keep(LOGITS, new long[] {7, 3}, new Shape(2, 2), new float[] {70, 71, 30, 31});
    cache.keep(LOGITS, new long[] {5, 3}, new Shape(2, 2), new float[] {50, 51, -1, -1});

    var rows = cache.find(List.of(LOGITS), new long[] {3, 5}).orElseThrow();

    assertThat(rows.values().get(LOGITS)).containsExactly(30, 31, 50, 51);
    assertThat(rows.shapes().get(LOGITS)).isEqualTo(new Shape(2, 2));
    assertThat(cache.find(List.of(LOGITS), new long[] {3, 4})).isEmpty();
    assertThat(cache.find(List.of(LOGITS), new long[] {3})).as("another size").isEmpty();
    assertThat(cache.find(List.of(LOGITS, "teacher/feature"), new long[] {3, 5})).isEmpty();
  }
}

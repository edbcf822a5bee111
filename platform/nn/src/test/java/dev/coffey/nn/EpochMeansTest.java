package dev.coffey.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EpochMeansTest {
  @Test
  void meansAreOverWhatWasCounted() {
    var means = new EpochMeans();

    means.add("a", 3, 4);
    means.add("b", 5, 1);
    means.add("a", 1, 4);

    assertThat(drained(means)).containsExactly(Map.entry("a", 0.5), Map.entry("b", 5.0));
  }

  @Test
  void whatWasToldIsForgotten() {
    var means = new EpochMeans();
    means.add("a", 1, 1);
    drained(means);

    assertThat(drained(means)).isEmpty();
  }

  @Test
  void anotherOneGoesOnWithWhatWasSaved() throws IOException {
    var means = new EpochMeans();
    means.add("a", 1, 2);
    var saved = new ByteArrayOutputStream();
    means.save(saved);

    var next = new EpochMeans();
    next.load(new ByteArrayInputStream(saved.toByteArray()));
    next.add("a", 2, 2);

    assertThat(drained(next)).containsExactly(Map.entry("a", 0.75));
  }

  private static Map<String, Double> drained(EpochMeans means) {
    var told = new LinkedHashMap<String, Double>();
    means.drain(told::put);
    return told;
  }
}

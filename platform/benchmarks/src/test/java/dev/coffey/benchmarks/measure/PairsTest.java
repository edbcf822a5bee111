package dev.coffey.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffey.benchmarks.measure.Pairs.Extent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairsTest {
  @Test
  void ratiosArePairByPair() {
    var pairs = new Pairs(List.of(2.0, 9.0), List.of(1.0, 3.0));

    assertThat(pairs.ratios().values()).containsExactly(2.0, 3.0);
  }

  @Test
  void blocksAlternateAndWhoGoesFirstChanges() {
    var calls = new ArrayList<String>();

    Pairs.measure(new Extent(3, 0), n -> calls.add("a" + n), n -> calls.add("b" + n));

    assertThat(calls.subList(calls.size() - 6, calls.size()))
        .containsExactly("a1", "b1", "b1", "a1", "a1", "b1");
  }
}

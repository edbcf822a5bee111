package dev.coffey.plugins.datafree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffey.nn.test.TestBench;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class AveragesTest {
  @Test
  void theyAreMeansAndStartAnewOnceReported() {
    try (var bench = TestBench.open(1)) {
      var averages = new Averages();
      averages.add("a", 1);
      averages.add("a", 2);
      averages.report(bench.run());
      averages.add("a", 5);
      averages.report(bench.run());

      assertThat(bench.reports()).extracting(TestBench.Report::value).containsExactly(1.5, 5.0);
    }
  }

  @Test
  void anEpochThatWasBrokenOffGoesOn() throws IOException {
    var first = new Averages();
    first.add("a", 1);
    first.add("b", 4);
    var bytes = new ByteArrayOutputStream();
    first.save(bytes);
    var second = new Averages();
    second.load(new ByteArrayInputStream(bytes.toByteArray()));
    second.add("a", 2);

    try (var bench = TestBench.open(1)) {
      second.report(bench.run());

      assertThat(bench.reports()).extracting(TestBench.Report::value).containsExactly(1.5, 4.0);
    }
  }
}

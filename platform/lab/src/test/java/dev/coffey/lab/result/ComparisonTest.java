package dev.coffey.lab.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  @Test
  void rowsFollowTheMethodsAndFiguresTheSeedsWhateverTheOrderOfTheRuns() {
    List<RunOutcome> reversed = new ArrayList<>(SampleResults.twoMethodOutcomes());
    Collections.reverse(reversed);

    var results = SampleResults.comparison("supervised", "kd").of(reversed);

    assertThat(results).isEqualTo(SampleResults.twoMethods());
    assertThat(results.rows()).extracting(Row::method).containsExactly("supervised", "kd");
    assertThat(results.rows().get(1).metrics().get("accuracy").values())
        .containsExactly(0.9722, 0.9738, 0.9722);
    assertThat(results.rows().get(1).runs()).containsExactly("kd/seed-1", "kd/seed-2", "kd/seed-3");
  }

  @Test
  void figuresFollowTheExperimentsMetricsDetailsBehindTheirHeadline() {
    assertThat(
            new MetricOrder(List.of("kl", "confusion", "accuracy"))
                .sort(
                    List.of(
                        "zeal", "accuracy", "confusion/10/2", "confusion/9/2", "kl", "confusion")))
        .containsExactly("kl", "confusion", "confusion/9/2", "confusion/10/2", "accuracy", "zeal");
  }

  @Test
  void differencesArePairedWithTheFirstMethodForHeadlinesOnly() {
    var results = SampleResults.twoMethods();

    assertThat(results.differences())
        .extracting(Difference::metric)
        .containsExactly("accuracy", "kl");
    var accuracy = results.differences().get(0);
    assertThat(accuracy.baseline()).isEqualTo("supervised");
    assertThat(accuracy.mean()).isCloseTo(0.0107333333, within(1e-9));
  }

  @Test
  void onlySeedsThatSucceededInBothMethodsArePaired() {
    var outcomes =
        List.of(
            SampleResults.outcome("supervised", 1, 0.90),
            RunOutcome.failed("supervised", 2, "the loss is NaN"),
            SampleResults.outcome("supervised", 3, 0.92),
            SampleResults.outcome("kd", 1, 0.91),
            SampleResults.outcome("kd", 2, 0.99),
            SampleResults.outcome("kd", 3, 0.95));

    var results = SampleResults.comparison("supervised", "kd").of(outcomes);

    assertThat(results.differences().get(0).values()).hasSize(2);
    assertThat(results.differences().get(0).mean()).isCloseTo(0.02, within(1e-12));
    assertThat(results.failures())
        .containsExactly(new Failure("supervised/seed-2", "the loss is NaN"));
    assertThat(results.rows().get(0).succeeded())
        .containsExactly("supervised/seed-1", "supervised/seed-3");
  }

  @Test
  void aMethodWhoseRunsAllFailedKeepsItsRow() {
    var outcomes =
        List.of(SampleResults.outcome("supervised", 1, 0.9), RunOutcome.failed("kd", 1, "no luck"));

    var results = SampleResults.comparison("supervised", "kd").of(outcomes);

    assertThat(results.rows().get(1).metrics()).isEmpty();
    assertThat(results.differences()).isEmpty();
  }

  @Test
  void aRunOfAnotherMethodIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> SampleResults.comparison("kd").of(List.of(SampleResults.outcome("bss", 1, 0.5))))
        .withMessageContaining("bss/seed-1");
  }
}

package dev.coffey.lab.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TablesTest {
  @Test
  void theTextTableShowsRowsTeacherAndDifferences() {
    assertThat(TextTable.of(SampleResults.twoMethods()))
        .isEqualTo(
            """
            method             accuracy %          kl nats  seconds  parameters  multiply-adds  images/s
            supervised       96.20 ± 0.26  0.2500 ± 0.0000     12.5      15,738        115,200    20,000
            kd               97.27 ± 0.09  0.2500 ± 0.0000     12.5      15,738        115,200    20,000
            teacher: lenet5         99.10                -        -      61,706        416,520     9,000

            Paired differences, mean over seeds and 95 % interval
            kd − supervised  accuracy  +1.07 points      [+0.31, +1.84]
            kd − supervised  kl        +0.0000 nats  [+0.0000, +0.0000]
            """);
  }

  @Test
  void failedRunsStandBelowTheTable() {
    var outcomes =
        List.of(
            SampleResults.outcome("supervised", 1, 0.9),
            SampleResults.outcome("kd", 1, 0.91),
            RunOutcome.failed("kd", 2, "the loss kd-kl is NaN at step 12"));

    String text = TextTable.of(SampleResults.comparison("supervised", "kd").of(outcomes));

    assertThat(text)
        .endsWith("\n\nkd/seed-2 failed: the loss kd-kl is NaN at step 12\n")
        .contains("needs two seeds or more", "91.00 (1 of 2)");
  }

  @Test
  void aMethodWithoutResultsHasDashes() {
    var results =
        SampleResults.comparison("kd").of(List.of(RunOutcome.failed("kd", 1, "out of luck")));

    assertThat(TextTable.of(results)).contains("kd                     -           -");
  }

  @Test
  void theCsvTableHasALineAMethodAndSeed() {
    var outcomes =
        List.of(
            SampleResults.outcome("supervised", 1, 0.9),
            RunOutcome.failed("kd", 1, "it said \"no\", twice"));

    assertThat(CsvTable.of(SampleResults.comparison("supervised", "kd").of(outcomes)))
        .isEqualTo(
            """
            method,run,seed,accuracy,kl,best accuracy,best kl,seconds,steps,peak memory,parameters,\
            macs,images per second,failure
            supervised,supervised/seed-1,1,0.9,0.25,0.901,,12.5,300,1048576,15738,115200,20000.4,
            kd,kd/seed-1,1,,,,,,,,,,,"it said ""no"", twice"
            """);
  }

  @Test
  void figuresStayWithTheirSeedWhenAnEarlierOneFailed() {
    var outcomes = List.of(RunOutcome.failed("kd", 1, "no"), SampleResults.outcome("kd", 2, 0.875));

    assertThat(CsvTable.of(SampleResults.comparison("kd").of(outcomes)))
        .contains("kd,kd/seed-2,2,0.875,");
  }

  @Test
  void theVerdictNamesTheBestMethodAndHowSureItIs() {
    assertThat(Verdict.of(SampleResults.twoMethods()))
        .isEqualTo(
            "kd is best with 97.27 ± 0.09 % accuracy (3 seeds): 1.07 percentage points higher than"
                + " supervised; 95 % interval +0.31 to +1.84, which excludes zero.");
  }

  @Test
  void theVerdictSaysWhenTheBaselineIsBest() {
    var outcomes =
        List.of(SampleResults.outcome("supervised", 1, 0.95), SampleResults.outcome("kd", 1, 0.94));

    assertThat(Verdict.of(SampleResults.comparison("supervised", "kd").of(outcomes)))
        .isEqualTo(
            "No method beats supervised, which reaches 95.00 % accuracy (1 seed); the closest, kd,"
                + " is 1.00 percentage points lower; an interval needs two seeds or more.");
  }

  @Test
  void theVerdictOfFailedRunsIsThatThereIsNone() {
    var results = SampleResults.comparison("kd").of(List.of(RunOutcome.failed("kd", 1, "no")));

    assertThat(Verdict.of(results)).isEqualTo("No run gave a result.");
  }

  @Test
  void scalesAreToldFromNames() {
    assertThat(MetricScale.of("top5-accuracy").format(0.5)).isEqualTo("50.00");
    assertThat(MetricScale.of("ece").lowerIsBetter()).isTrue();
    assertThat(MetricScale.of("kl").format(0.12345)).isEqualTo("0.1235");
    assertThat(MetricScale.of("inception-score").unit()).isEqualTo(MetricScale.Unit.NUMBER);
  }
}

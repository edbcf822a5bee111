package dev.coffey.nn.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleOptionsTest {
  private static void assertRate(ScheduleOptions schedule, double fraction, double expected) {
    assertThat(schedule.learningRate(0.2, fraction)).isCloseTo(expected, within(1e-12));
  }

  @Test
  void aConstantRateStays() {
    assertRate(ScheduleOptions.constant(), 0, 0.2);
    assertRate(ScheduleOptions.constant(), 1, 0.2);
  }

  @Test
  void stepsFallAtTheirMilestones() {
    ScheduleOptions steps = ScheduleOptions.step(0.1, 0.5, 0.75);

    assertRate(steps, 0.49, 0.2);
    assertRate(steps, 0.5, 0.02);
    assertRate(steps, 0.75, 0.002);
    assertRate(steps, 1, 0.002);
  }

  @Test
  void aCosineFallsToZero() {
    assertRate(ScheduleOptions.cosine(0), 0, 0.2);
    assertRate(ScheduleOptions.cosine(0), 0.5, 0.1);
    assertRate(ScheduleOptions.cosine(0), 1, 0);
  }

  @Test
  void warmUpRisesLinearlyAndTheCosineTakesTheRest() {
    ScheduleOptions schedule = ScheduleOptions.cosine(0.2);

    assertRate(schedule, 0, 0);
    assertRate(schedule, 0.1, 0.1);
    assertRate(schedule, 0.2, 0.2);
    assertRate(schedule, 0.6, 0.1);
    assertRate(schedule, 1, 0);
  }

  @Test
  void sharesOutOfRangeAreRefused() {
    assertThatThrownBy(() -> ScheduleOptions.cosine(1)).hasMessageContaining("warmup");
    assertThatThrownBy(() -> ScheduleOptions.step(0.1, 0.7, 0.5)).hasMessageContaining("rise");
    assertThatThrownBy(() -> ScheduleOptions.step(0.1, 1.5)).hasMessageContaining("1.5");
    assertThatThrownBy(() -> new ScheduleOptions(ScheduleOptions.Name.STEP, 0, List.of(0.5), 2))
        .hasMessageContaining("gamma");
  }
}

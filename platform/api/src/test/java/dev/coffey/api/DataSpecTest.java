package dev.coffey.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataSpecTest {
  private static final Shape COLOUR = new Shape(3, 32, 32);

  @Test
  void dataWithoutNormalisationHasNoMeanAndNoDeviation() {
    var spec = DataSpec.of(COLOUR, 10);

    assertThat(spec.mean()).isEmpty();
    assertThat(spec.std()).isEmpty();
  }

  @Test
  void meanAndDeviationMustFitTogether() {
    assertThatThrownBy(() -> new DataSpec(COLOUR, 10, List.of(0.5f, 0.5f), List.of(0.2f)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("mean has 2 channels, std has 1");
  }

  @Test
  void aDeviationOfZeroIsRefused() {
    assertThatThrownBy(() -> new DataSpec(COLOUR, 10, List.of(0.5f), List.of(0f)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("std must be above zero, but is [0.0]");
  }

  @Test
  void aDeviationThatIsNoNumberIsRefused() {
    assertThatThrownBy(() -> new DataSpec(COLOUR, 10, List.of(0.5f), List.of(Float.NaN)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void changingTheListsAfterwardsChangesNothing() {
    var mean = new ArrayList<>(List.of(0.5f));
    var spec = new DataSpec(COLOUR, 10, mean, List.of(0.2f));

    mean.set(0, 9f);

    assertThat(spec.mean()).containsExactly(0.5f);
  }
}

package dev.coffey.plugins.counterfactuals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.coffey.api.Composer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ImportanceTest extends MaskEditContract {
  @Override
  protected Composer composer() {
    return new Importance();
  }

  @Override
  protected Record options() {
    return new Importance.Options(1.5, 0.5, 1.5);
  }

  @Test
  void maskAndImagesAreMultipliedInTheUnitsOfMechanisms() {
    var parts = edited(options());

    assertThat(Arrays.copyOf(parts.get(0), 6))
        .containsExactly(new float[] {1e-4f, .9999f, .75f, .45f, .9999f, .3f}, offset(1e-6f));
    assertThat(parts.get(1)).containsOnly(0.75f); // 1 is 1: half of it, 0.5, is 0.75
    assertThat(parts.get(2)).containsOnly(-0.25f); // 0 is −1: 1.5 times it, −1.5, is −0.25
  }
}

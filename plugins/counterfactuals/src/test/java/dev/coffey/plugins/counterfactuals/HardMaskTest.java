package dev.coffey.plugins.counterfactuals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffey.api.Composer;
import org.junit.jupiter.api.Test;

class HardMaskTest extends MaskEditContract {
  private static final float OFF = Mask.LEAST;
  private static final float ON = Mask.MOST;

  @Override
  protected Composer composer() {
    return new HardMask();
  }

  @Override
  protected Record options() {
    return new HardMask.Options(0.5);
  }

  @Test
  void pixelsAboveTheThresholdAreForeground() {
    assertThat(edited(options()).get(0))
        .containsExactly(
            OFF, ON, OFF, OFF, ON, OFF, ON, ON, OFF, // a pixel at the threshold isn't
            ON, OFF, ON, OFF, OFF, ON, ON, OFF, ON);
  }
}

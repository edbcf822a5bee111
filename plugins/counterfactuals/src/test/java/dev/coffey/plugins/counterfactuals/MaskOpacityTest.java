package dev.coffey.plugins.counterfactuals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.coffey.api.Composer;
import org.junit.jupiter.api.Test;

class MaskOpacityTest extends MaskEditContract {
  @Override
  protected Composer composer() {
    return new MaskOpacity();
  }

  @Override
  protected Record options() {
    return new MaskOpacity.Options(0.5);
  }

  @Test
  void everyPixelIsMultiplied() {
    assertThat(edited(options()).get(0))
        .containsExactly(
            new float[] {
              1e-4f, .5f, .25f, .15f, .4f, .1f, .5f, .5f, 1e-4f,
              .5f, .2f, .3f, 1e-4f, .05f, .45f, .35f, 1e-4f, .5f
            },
            offset(1e-6f));
  }
}

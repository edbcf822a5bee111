package dev.coffey.nn.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResamplingTest {
  private static final float[] IMAGE = {
    .01f, .02f, .03f, .04f,
    .05f, .06f, .07f, .08f,
    .09f, .10f, .11f, .12f,
    .13f, .14f, .15f, .16f
  };

  @Test
  void aShiftMovesThePixelsAndLetsZerosIn() {
    assertThat(placed(AffineMap.of(false, 0, 1, 0), Resampling::copied))
        .containsExactly(
            0, 0, 0, 0, .01f, .02f, .03f, .04f, .05f, .06f, .07f, .08f, .09f, .10f, .11f, .12f);
    assertThat(placed(AffineMap.of(false, 0, 0, -1), Resampling::copied))
        .containsExactly(
            .02f, .03f, .04f, 0, .06f, .07f, .08f, 0, .10f, .11f, .12f, 0, .14f, .15f, .16f, 0);
  }

  @Test
  void aMirroredImageIsShiftedAfterwards() {
    assertThat(placed(AffineMap.of(true, 0, 0, 0), Resampling::copied))
        .containsExactly(
            .04f, .03f, .02f, .01f, .08f, .07f, .06f, .05f, .12f, .11f, .10f, .09f, .16f, .15f,
            .14f, .13f);
    assertThat(placed(AffineMap.of(true, 0, 0, 1), Resampling::copied))
        .containsExactly(
            0, .04f, .03f, .02f, 0, .08f, .07f, .06f, 0, .12f, .11f, .10f, 0, .16f, .15f, .14f);
  }

  @Test
  void aQuarterTurnGoesCounterClockwiseAndIsExact() {
    float[] turned = {
      .04f, .08f, .12f, .16f,
      .03f, .07f, .11f, .15f,
      .02f, .06f, .10f, .14f,
      .01f, .05f, .09f, .13f
    };

    assertThat(placed(AffineMap.of(false, 90, 0, 0), Resampling::bilinear))
        .containsExactly(turned, offset(1e-7f));
  }

  @Test
  void halfATurnAndAMirrorAndAShiftAreOneMap() {
    // mirrored and turned by 180 degrees: upside down; then one to the right
    assertThat(placed(AffineMap.of(true, 180, 0, 1), Resampling::bilinear))
        .containsExactly(
            new float[] {
              0, .13f, .14f, .15f,
              0, .09f, .10f, .11f,
              0, .05f, .06f, .07f,
              0, .01f, .02f, .03f
            },
            offset(1e-7f));
  }

  @Test
  void betweenPixelsTheirMeanIsTakenByDistance() {
    // a quarter of a pixel up and half a pixel left of each pixel, zeros outside
    var map = new AffineMap(1, 0, -0.25, 0, 1, -0.5);

    var placed = placed(map, Resampling::bilinear);

    assertThat(placed[0]).isEqualTo(0.75f * 0.5f * 0.01f, offset(1e-7f));
    assertThat(placed[5])
        .isEqualTo(0.25f * (0.01f + 0.02f) / 2 + 0.75f * (0.05f + 0.06f) / 2, offset(1e-7f));
  }

  @Test
  void imagesAndChannelsAreKeptApart() {
    try (var manager = NDManager.newBaseManager()) {
      var x = manager.create(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, new Shape(2, 2, 1, 2));
      var maps = List.of(AffineMap.of(false, 0, 0, 0), AffineMap.of(true, 0, 0, 0));

      var placed = Resampling.of(x, maps).copied();

      assertThat(placed.toFloatArray()).containsExactly(1, 2, 3, 4, 6, 5, 8, 7);
    }
  }

  private static float[] placed(AffineMap map, Read read) {
    try (var manager = NDManager.newBaseManager()) {
      var x = manager.create(IMAGE, new Shape(1, 1, 4, 4));
      return read.apply(Resampling.of(x, List.of(map))).toFloatArray();
    }
  }

  private interface Read {
    NDArray apply(Resampling resampling);
  }
}

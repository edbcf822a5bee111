package dev.coffey.plugins.variants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrokeDigitsTest {
  private final Digits test = new StrokeDigits().test();

  @Test
  void thereAreSixThousandAndAThousand() {
    assertThat(new StrokeDigits().training().count()).isEqualTo(6_000);
    assertThat(test.count()).isEqualTo(1_000);
  }

  @Test
  void theyAreTheSameEveryTime() {
    assertThat(new StrokeDigits().test().pixels()).isEqualTo(test.pixels());
    assertThat(new StrokeDigits().test().labels()).isEqualTo(test.labels());
  }

  /** A prototype measured 0.137. */
  @Test
  void aboutASeventhOfAnImageIsDigit() {
    long white = 0;
    for (byte pixel : test.pixels()) {
      assertThat(pixel).isIn((byte) 0, (byte) 255);
      white += pixel & 1;
    }
    assertThat(white / (double) test.pixels().length).isCloseTo(0.137, within(0.01));
  }

  @Test
  void labelsAreUniform() {
    int[] counts = new int[10];
    Arrays.stream(test.labels()).forEach(label -> counts[label]++);
    assertThat(IntStream.of(counts)).allMatch(count -> count > 52 && count < 148);
  }

  /** A line from (4.5, 4.5) to (8.5, 4.5) of 32, of radius 1.2: rows 3 to 5, rounded ends. */
  @Test
  void aLineIsAsWideAsItsPen() {
    byte[] pixels = new byte[32 * 32];
    new Canvas(pixels, 0)
        .line(
            new StrokeTemplates.Point(4.5 / 32, 4.5 / 32),
            new StrokeTemplates.Point(8.5 / 32, 4.5 / 32),
            1.2 / 32);

    for (int row = 0; row < 32; row++) {
      for (int column = 0; column < 32; column++) {
        boolean middle = row == 4 && column >= 3 && column <= 9;
        boolean edge = (row == 3 || row == 5) && column >= 4 && column <= 8;
        assertThat(pixels[32 * row + column] != 0).as(row + " " + column).isEqualTo(middle || edge);
      }
    }
  }
}

package dev.coffey.plugins.variants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffey.nn.idx.FolderFiles;
import dev.coffey.nn.idx.IdxFolder;
import dev.coffey.nn.idx.LabelledImages;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** With the files that ship. */
class MnistDigitsTest {
  private static final FolderFiles FILES = new FolderFiles(IdxFolder.MNIST);

  @Test
  void coloredMnistHasTheSplitOfMnist() {
    var digits = MnistDigits.withTestFiles(FILES);

    assertThat(digits.training().count()).isEqualTo(60_000);
    assertThat(digits.test().count()).isEqualTo(10_000);
    assertThat(digits.test().labels()).isEqualTo(LabelledImages.read(FILES, "t10k").labels());
  }

  @Test
  void doubleColoredMnistIsTestedOnTheLastOfTheTrainingImages() {
    var digits = MnistDigits.ofTrainingFiles(FILES);
    int[] labels = LabelledImages.read(FILES, "train").labels();

    assertThat(digits.training().labels()).isEqualTo(Arrays.copyOf(labels, 50_000));
    assertThat(digits.test().labels()).isEqualTo(Arrays.copyOfRange(labels, 50_000, labels.length));
  }
}

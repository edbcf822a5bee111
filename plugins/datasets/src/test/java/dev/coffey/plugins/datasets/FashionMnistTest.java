package dev.coffey.plugins.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffey.nn.idx.IdxFolder;
import dev.coffey.nn.test.EnginelessRun;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads small files of the same form, since the real ones are not at hand everywhere. */
class FashionMnistTest {
  private static final FashionMnistOptions INSTALLED = new FashionMnistOptions(Optional.empty());

  @TempDir private Path temporary;

  @Test
  void aFolderOfItsFilesIsRead() {
    new IdxFolder(temporary).with("t10k", 30, 10, 28, 28);
    var options = new FashionMnistOptions(Optional.of(temporary.toString()));

    var source = new FashionMnist().open(EnginelessRun.with(options), "test");

    assertThat(source.size()).isEqualTo(30);
    assertThat(source.spec()).isEqualTo(FashionMnist.SPEC);
  }

  @Test
  void theSystemsFolderIsUsedWithoutTheOption() {
    new IdxFolder(temporary).with("t10k", 30, 10, 28, 28);

    var source = new FashionMnist(temporary).open(EnginelessRun.with(INSTALLED), "test:20");

    assertThat(source.size()).isEqualTo(20);
  }

  @Test
  void whereItIsMissingTheUserIsToldHowToGetIt() {
    var absent = temporary.resolve("fashion-mnist");

    assertThatThrownBy(() -> new FashionMnist(absent).open(EnginelessRun.with(INSTALLED), "train"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(
            "Fashion-MNIST is not here: there is no folder %s; install it with 'apt-get install"
                + " dataset-fashion-mnist', or set the option folder to a folder with its four IDX"
                + " files",
            absent);
  }
}

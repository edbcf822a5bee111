package dev.coffey.plugins.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.nn.idx.FileSource;
import dev.coffey.nn.idx.FolderFiles;
import dev.coffey.nn.idx.IdxFolder;
import dev.coffey.nn.idx.LabelledImages;
import dev.coffey.nn.test.EnginelessRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MnistTest {
  private static final MnistOptions SHIPPED = new MnistOptions(Optional.empty());
  private static final MnistOptions FOLDER =
      new MnistOptions(Optional.of(IdxFolder.MNIST.toString()));

  @TempDir private Path temporary;

  @Test
  void theFilesOfTheDataBundleAreFoundThroughTheClassLoader() throws IOException {
    URL resources = IdxFolder.MNIST.resolve("../..").normalize().toUri().toURL();
    try (var loader = new URLClassLoader(new URL[] {resources}, null)) {
      var shipped = new Mnist(loader).open(EnginelessRun.with(SHIPPED), "test");
      var folder = new Mnist().open(EnginelessRun.with(FOLDER), "test");

      assertThat(shipped.size()).isEqualTo(10_000);
      assertThat(shipped.digest()).isEqualTo(folder.digest());
    }
  }

  @Test
  void withoutTheDataBundleTheUserIsToldWhatToDo() {
    var mnist = new Mnist(ClassLoader.getPlatformClassLoader());

    assertThatThrownBy(() -> mnist.open(EnginelessRun.with(SHIPPED), "train"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("install it, or set the option folder");
  }

  @Test
  void theValidationSplitIsTheSameForAllSeeds() {
    var first = new Mnist().open(EnginelessRun.with(FOLDER, 1), "validation");
    var second = new Mnist().open(EnginelessRun.with(FOLDER, 2), "validation");

    assertThat(first.digest()).isEqualTo(second.digest());
  }

  @Test
  void theConstantsAreTheMomentsOfTheTrainingImages() {
    var moments = ChannelMoments.of(LabelledImages.read(new FolderFiles(IdxFolder.MNIST), "train"));

    assertThat(moments.mean().get(0)).isCloseTo(Mnist.SPEC.mean().get(0), within(1e-4f));
    assertThat(moments.std().get(0)).isCloseTo(Mnist.SPEC.std().get(0), within(1e-4f));
  }

  @Test
  void testFilesAreOpenedForTheTestSplitOnly() {
    new IdxFolder(temporary).with("train", 240, 3, 4, 5).with("t10k", 90, 3, 4, 5);
    var opened = new ArrayList<String>();
    FileSource files =
        name -> {
          opened.add(name);
          return new FolderFiles(temporary).find(name);
        };
    var data = new IdxSplits(files, training -> DataSpec.of(new Shape(1, 4, 5), 3), training -> 30);

    data.open(EnginelessRun.with(SHIPPED), "train:6");
    data.open(EnginelessRun.with(SHIPPED), "validation");
    assertThat(opened).allMatch(name -> name.startsWith("train-"));

    opened.clear();
    data.open(EnginelessRun.with(SHIPPED), "test");
    assertThat(opened).isEqualTo(List.of("t10k-labels-idx1-ubyte", "t10k-images-idx3-ubyte"));
  }

  @Test
  void imagesOfAnotherSizeAreRefused() {
    new IdxFolder(temporary).with("t10k", 90, 10, 20, 20);
    var options = new MnistOptions(Optional.of(temporary.toString()));

    assertThatThrownBy(() -> new Mnist().open(EnginelessRun.with(options), "test"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(
            temporary.resolve("t10k-images-idx3-ubyte")
                + " has images of shape (1, 20, 20), expected (1, 28, 28)");
  }
}

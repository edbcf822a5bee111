package dev.coffey.plugins.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Dataset.Source;
import dev.coffey.nn.idx.IdxFolder;
import dev.coffey.nn.test.EnginelessRun;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxDatasetTest {
  @TempDir private Path temporary;
  private IdxFolder folder;

  @BeforeEach
  void makeFolder() {
    folder = new IdxFolder(temporary);
  }

  @Test
  void whatTheOptionsLeaveOpenIsFoundInTheTrainingImages() {
    folder.with("train", 40, 4, 2, 2).with("t10k", 8, 4, 2, 2);

    var spec = open(measured(), "test").spec();

    assertThat(spec.input()).isEqualTo(new Shape(1, 2, 2));
    assertThat(spec.classes()).isEqualTo(4);
    // pixels are 10·label + position + repetition: three independent uniform parts
    assertThat(spec.mean().get(0)).isCloseTo((15f + 1.5f + 4.5f) / 255, within(1e-6f));
    assertThat(spec.std().get(0))
        .isCloseTo((float) Math.sqrt(125 + 1.25 + 8.25) / 255, within(1e-6f));
  }

  @Test
  void aTenthIsHeldBackUnlessToldOtherwise() {
    folder.with("train", 40, 4, 2, 2);

    assertThat(open(measured(), "train").size()).isEqualTo(36);
    assertThat(open(measured(), "validation").size()).isEqualTo(4);
    assertThat(open(options(8), "validation").size()).isEqualTo(8);
  }

  @Test
  void withoutHoldoutThereIsNoValidationSplit() {
    folder.with("train", 40, 4, 2, 2);

    assertThat(open(options(0), "train").size()).isEqualTo(40);
    assertThatThrownBy(() -> open(options(0), "validation"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no validation split: of the 40 training images none are held back");
  }

  @Test
  void colourImagesHaveFourAxes() {
    folder.with("train", 40, 4, 3, 2, 2);

    var spec = open(measured(), "train").spec();

    assertThat(spec.input()).isEqualTo(new Shape(3, 2, 2));
    assertThat(spec.mean()).hasSize(3).isSorted();
  }

  @Test
  void givenMomentsAreKept() {
    folder.with("train", 40, 4, 2, 2);
    var options =
        new IdxOptions(
            temporary.toString(), Optional.of(5), List.of(0.25), List.of(0.5), Optional.of(0));

    var spec = open(options, "train").spec();

    assertThat(spec.classes()).isEqualTo(5);
    assertThat(spec.mean()).containsExactly(0.25f);
    assertThat(spec.std()).containsExactly(0.5f);
  }

  @Test
  void momentsMustFitTheChannels() {
    folder.with("train", 40, 4, 2, 2);
    var options =
        new IdxOptions(
            temporary.toString(),
            Optional.empty(),
            List.of(0.1, 0.2, 0.3),
            List.of(1.0, 1.0, 1.0),
            Optional.empty());

    assertThatThrownBy(() -> open(options, "train"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("mean and std have 3 values, but the images in %s have 1 channels", temporary);
  }

  @Test
  void aLabelBeyondTheClassesIsFound() {
    folder.with("train", 40, 4, 2, 2).with("t10k", 8, 5, 2, 2);

    refused(
        () -> open(measured(), "test"),
        temporary.resolve("t10k-labels-idx1-ubyte")
            + " gives image 4 the label 4, expected 0 to 3");
  }

  @Test
  void labelsMustBeAsManyAsImages() {
    folder.with("train", 40, 4, 2, 2);
    folder.write("train-labels-idx1-ubyte", IdxFolder.idx(new byte[39], 39));

    refused(
        () -> open(measured(), "train"),
        "%s has 39 labels, expected 40, one for each image in %s"
            .formatted(
                temporary.resolve("train-labels-idx1-ubyte"),
                temporary.resolve("train-images-idx3-ubyte")));
  }

  @Test
  void testImagesMustLookLikeTrainingImages() {
    folder.with("train", 40, 4, 2, 2).with("t10k", 8, 4, 2, 3);

    refused(
        () -> open(measured(), "test"),
        temporary.resolve("t10k-images-idx3-ubyte")
            + " has images of shape (1, 2, 3), expected (1, 2, 2)");
  }

  @Test
  void aConstantChannelKeepsItsScale() {
    folder.write("train-images-idx3-ubyte", IdxFolder.idx(new byte[] {9, 9, 9, 9}, 4, 1, 1));
    folder.write("train-labels-idx1-ubyte", IdxFolder.idx(new byte[] {0, 1, 0, 1}, 4));

    assertThat(open(options(0), "train").spec().std()).containsExactly(1f);
  }

  private IdxOptions measured() {
    return new IdxOptions(
        temporary.toString(), Optional.empty(), List.of(), List.of(), Optional.empty());
  }

  private IdxOptions options(int validation) {
    return new IdxOptions(
        temporary.toString(), Optional.empty(), List.of(), List.of(), Optional.of(validation));
  }

  private static Source open(IdxOptions options, String split) {
    return new IdxDataset().open(EnginelessRun.with(options), split);
  }

  private static void refused(ThrowingCallable action, String message) {
    assertThatThrownBy(action).isInstanceOf(UncheckedIOException.class).hasMessage(message);
  }
}

package dev.coffey.plugins.networks;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Run;
import dev.coffey.api.Student;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What does not fit is refused before anything of an engine is touched. */
class InputRulesTest {
  @Test
  void leNetNeedsTheImagesItWasMadeFor() {
    refused(
        LeNet5.HALF,
        DataSpec.of(new Shape(1, 20, 20), 10),
        "lenet5-half needs images of 28x28 or 32x32 pixels, but the data has the shape (1, 20, 20)");
  }

  @Test
  void leNetNeedsSquareImages() {
    refused(
        LeNet5.FULL,
        DataSpec.of(new Shape(1, 32, 28), 10),
        "lenet5 needs images of 28x28 or 32x32 pixels, but the data has the shape (1, 32, 28)");
  }

  @Test
  void residualNetworksNeedAFewPixels() {
    refused(
        new ResNetPreset(20),
        DataSpec.of(new Shape(1, 4, 9), 10),
        "resnet-20 needs images of at least 8x8 pixels, but the data has the shape (1, 4, 9)");
    refused(
        new WideResNetPreset(16, 2),
        DataSpec.of(new Shape(1, 9, 4), 10),
        "wrn-16-2 needs images of at least 8x8 pixels, but the data has the shape (1, 9, 4)");
  }

  @Test
  void vectorsAreNoImages() {
    var vectors = DataSpec.of(new Shape(7), 10);

    refused(LeNet5.FULL, vectors, "lenet5 needs images (C, H, W), but the data has the shape (7)");
    refused(
        new ResNetPreset(8),
        vectors,
        "resnet-8 needs images (C, H, W), but the data has the shape (7)");
  }

  @Test
  void classifiersNeedClasses() {
    refused(
        new Mlp(),
        DataSpec.of(new Shape(7), 0),
        "mlp needs data with classes, but this data has none");
  }

  private static void refused(Student student, DataSpec data, String message) {
    Run run = mock(Run.class);
    when(run.data()).thenReturn(data);
    when(run.options(any())).thenReturn(new MlpOptions(List.of(3), 0));

    assertThatThrownBy(() -> student.open(run))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}

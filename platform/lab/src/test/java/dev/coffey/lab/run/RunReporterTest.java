package dev.coffey.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Event;
import dev.coffey.api.Progress;
import dev.coffey.nn.test.TestBench;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunReporterTest {
  private @TempDir Path folder;
  private final List<Event> events = new ArrayList<>();

  @Test
  void aPictureIsAFileAndAnEvent() throws IOException {
    show("made/first", new Progress(3, 30, 100), new Shape(12, 1, 4, 5), 0.2f);

    String file = "pictures/made/first/epoch-0003.png";
    BufferedImage image = ImageIO.read(folder.resolve(file).toFile());
    assertThat(image.getWidth()).isEqualTo(10 * 6 - 1);
    assertThat(image.getHeight()).isEqualTo(2 * 5 - 1);
    assertThat(image.getRaster().getSample(0, 0, 0)).isEqualTo(51);
    assertThat(events).containsExactly(new Event.Pictured("kd/seed-1", "made/first", 3, 30, file));
  }

  @Test
  void coloursStayInTheirOrder() throws IOException {
    show("made", new Progress(1, 1, 1), new Shape(1, 3, 1, 1), 0, 0.4f, 1);

    BufferedImage image = ImageIO.read(folder.resolve("pictures/made/epoch-0001.png").toFile());
    assertThat(image.getRGB(0, 0) & 0xffffff).isEqualTo(0x0066ff);
  }

  @Test
  void aRunThatGoesOnOverwritesWhatItShowedBefore() throws IOException {
    show("made", new Progress(1, 9, 10), new Shape(1, 1, 1, 1), 0);
    show("made", new Progress(1, 9, 10), new Shape(1, 1, 1, 1), 1);

    try (var files = Files.list(folder.resolve("pictures/made"))) {
      assertThat(files).hasSize(1);
    }
    BufferedImage image = ImageIO.read(folder.resolve("pictures/made/epoch-0001.png").toFile());
    assertThat(image.getRaster().getSample(0, 0, 0)).isEqualTo(255);
  }

  /** {@code values}: those of the images, or one for all. */
  private void show(String series, Progress progress, Shape shape, float... values) {
    var reporter = new RunReporter(folder, new Signal("kd/seed-1", List.of(events::add)));
    try (var bench = TestBench.open(1)) {
      bench.stepping(
          () -> {
            var scratch = bench.run().scratch();
            reporter.picture(
                series,
                progress,
                values.length == 1
                    ? scratch.full(shape, values[0])
                    : scratch.create(values, shape));
          });
    }
  }
}

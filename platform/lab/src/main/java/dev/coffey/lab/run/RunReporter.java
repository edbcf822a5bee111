package dev.coffey.lab.run;

import ai.djl.ndarray.NDArray;
import dev.coffey.api.Event;
import dev.coffey.api.Progress;
import dev.coffey.lab.store.AtomicFile;
import dev.coffey.nn.ImageGrid;
import dev.coffey.nn.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Tells what plugins report as events, and keeps the images they show: one file an epoch, {@code
 * pictures/SERIES/epoch-EEEE.png} in the run's folder.
 */
final class RunReporter implements Workspace.Reporter {
  /** Images side by side in a picture. */
  static final int COLUMNS = 10;

  private final Path folder;
  private final Signal signal;

  RunReporter(Path folder, Signal signal) {
    this.folder = folder;
    this.signal = signal;
  }

  @Override
  public void report(String series, Progress progress, double value) {
    signal.report(series, progress, value);
  }

  @Override
  public void picture(String series, Progress progress, NDArray images) {
    String file = "pictures/%s/epoch-%04d.png".formatted(series, progress.epoch());
    var png = new PngImage(ImageGrid.of(images, COLUMNS));
    try {
      AtomicFile.write(folder.resolve(file), png::writeTo);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write the picture %s: %s".formatted(file, e.getMessage()), e);
    }
    signal.send(new Event.Pictured(signal.run(), series, progress.epoch(), progress.step(), file));
  }
}

package dev.coffey.plugins.datasets;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Dataset;
import dev.coffey.api.Run;
import dev.coffey.nn.idx.FolderFiles;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Pictures of clothes, 28x28, ten classes, in the files and sizes of MNIST. Source: Xiao, Rasul,
 * Vollgraf 2017, "Fashion-MNIST: a novel image dataset for benchmarking machine learning
 * algorithms".
 */
final class FashionMnist implements Dataset {
  /** Mean and deviation were measured over the 60,000 training images. */
  static final DataSpec SPEC =
      new DataSpec(new Shape(1, 28, 28), 10, List.of(0.2860f), List.of(0.3530f));

  private static final int VALIDATION = 5_000;

  private final Path systemFolder;

  FashionMnist() {
    this(Path.of("/usr/share/datasets/fashion-mnist"));
  }

  /** {@code systemFolder}: where Debian's package puts the files. */
  FashionMnist(Path systemFolder) {
    this.systemFolder = systemFolder;
  }

  @Override
  public Class<FashionMnistOptions> options() {
    return FashionMnistOptions.class;
  }

  @Override
  public Source open(Run run, String split) {
    var folder =
        run.options(FashionMnistOptions.class)
            .folder()
            .map(Path::of)
            .orElseGet(this::installedFolder);
    var files = new FolderFiles(folder);
    return new IdxSplits(files, training -> SPEC, training -> VALIDATION).open(run, split);
  }

  private Path installedFolder() {
    if (!Files.isDirectory(systemFolder)) {
      throw new UncheckedIOException(
          ("Fashion-MNIST is not here: there is no folder %s; install it with 'apt-get install"
                  + " dataset-fashion-mnist', or set the option folder to a folder with its four"
                  + " IDX files")
              .formatted(systemFolder),
          new NoSuchFileException(systemFolder.toString()));
    }
    return systemFolder;
  }
}

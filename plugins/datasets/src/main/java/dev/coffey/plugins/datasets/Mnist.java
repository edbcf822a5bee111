package dev.coffey.plugins.datasets;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Dataset;
import dev.coffey.api.Run;
import dev.coffey.nn.idx.ClassPathFiles;
import dev.coffey.nn.idx.FileSource;
import dev.coffey.nn.idx.FolderFiles;
import java.nio.file.Path;
import java.util.List;

/**
 * Handwritten digits, 28x28, ten classes: 55,000 images to train on, 5,000 held back for
 * validation, 10,000 test images. Source: LeCun, Cortes, Burges, "The MNIST database of handwritten
 * digits".
 */
final class Mnist implements Dataset {
  /** Mean and deviation were measured over the 60,000 training images. */
  static final DataSpec SPEC =
      new DataSpec(new Shape(1, 28, 28), 10, List.of(0.1307f), List.of(0.3081f));

  private static final int VALIDATION = 5_000;
  private static final String ABSENT =
      "MNIST is not here: the bundle data-mnist is not installed; install it, or set the option"
          + " folder to a folder with the four IDX files of MNIST";

  private final ClassLoader shipped;

  Mnist() {
    this(Mnist.class.getClassLoader());
  }

  /** {@code shipped}: sees the resource package of the bundle data-mnist, if that is installed. */
  Mnist(ClassLoader shipped) {
    this.shipped = shipped;
  }

  @Override
  public Class<MnistOptions> options() {
    return MnistOptions.class;
  }

  @Override
  public Source open(Run run, String split) {
    var folder = run.options(MnistOptions.class).folder();
    var files =
        folder
            .<FileSource>map(path -> new FolderFiles(Path.of(path)))
            .orElseGet(() -> new ClassPathFiles(shipped, "data/mnist", ABSENT));
    return new IdxSplits(files, training -> SPEC, training -> VALIDATION).open(run, split);
  }
}

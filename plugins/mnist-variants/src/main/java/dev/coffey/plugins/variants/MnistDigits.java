package dev.coffey.plugins.variants;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.nn.idx.ClassPathFiles;
import dev.coffey.nn.idx.FileSource;
import dev.coffey.nn.idx.FolderFiles;
import dev.coffey.nn.idx.LabelledImages;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * MNIST, enlarged from 28x28 to 32x32 by taking the nearest pixel. The two published protocols
 * differ in which digits are tested and in where a pixel is taken to lie.
 */
final class MnistDigits implements DigitSource {
  private static final DataSpec SPEC = DataSpec.of(new Shape(1, 28, 28), Digits.CLASSES);
  private static final String ABSENT =
      "MNIST is not here: the bundle data-mnist is not installed; install it, or set the option"
          + " folder to a folder with the IDX files of MNIST, or digits: strokes";

  private final FileSource files;
  private final boolean hasTestFile;
  private final Enlargement enlargement;

  private MnistDigits(FileSource files, boolean hasTestFile, double pixelOrigin) {
    this.files = files;
    this.hasTestFile = hasTestFile;
    this.enlargement = Enlargement.nearest(28, Digits.SIDE, pixelOrigin);
  }

  /** In {@code folder}, or in the bundle data-mnist. */
  static FileSource files(Optional<String> folder) {
    return folder
        .<FileSource>map(path -> new FolderFiles(Path.of(path)))
        .orElseGet(
            () -> new ClassPathFiles(MnistDigits.class.getClassLoader(), "data/mnist", ABSENT));
  }

  /** As in Colored MNIST: the test digits are those of MNIST's test files. */
  static MnistDigits withTestFiles(FileSource files) {
    return new MnistDigits(files, true, 0.5);
  }

  /**
   * As in Double-colored and Wildlife MNIST: the test digits are the last sixth of MNIST's training
   * files, of 60,000 the rows from 50,000 on.
   */
  static MnistDigits ofTrainingFiles(FileSource files) {
    return new MnistDigits(files, false, 0);
  }

  @Override
  public Digits training() {
    var images = read("train");
    return hasTestFile ? part(images, 0, images.count()) : part(images, 0, firstOfTest(images));
  }

  @Override
  public Digits test() {
    var images = read(hasTestFile ? "t10k" : "train");
    return part(images, hasTestFile ? 0 : firstOfTest(images), images.count());
  }

  private LabelledImages read(String prefix) {
    return LabelledImages.read(files, prefix).check(SPEC);
  }

  private static int firstOfTest(LabelledImages training) {
    return training.count() - training.count() / 6;
  }

  private Digits part(LabelledImages images, int from, int to) {
    return new Digits(
        enlargement.apply(images.pixels(), from, to),
        Arrays.copyOfRange(images.labels(), from, to));
  }
}

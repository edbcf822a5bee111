package dev.coffey.plugins.variants;

import dev.coffey.api.Dataset;
import dev.coffey.api.contract.DatasetContract;
import dev.coffey.nn.idx.IdxFolder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class ColoredMnistContractTest extends DatasetContract {
  @TempDir private Path temporary;

  @BeforeEach
  void makeFolder() {
    new IdxFolder(temporary).with("train", 240, 10, 28, 28).with("t10k", 90, 10, 28, 28);
  }

  @Override
  protected Dataset dataset() {
    return new ColoredMnist();
  }

  @Override
  protected ColoredOptions options() {
    return new ColoredOptions(
        Cues.BIASED, Cues.SHIFTED, 0.02, DigitKind.MNIST, Optional.of(temporary.toString()), 1234);
  }

  /** The test digits are those of the test files. */
  @Override
  protected Map<String, Long> sizes() {
    return Map.of("train", 216L, "validation", 24L, "test", 90L);
  }
}

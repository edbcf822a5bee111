package dev.coffey.plugins.variants;

import dev.coffey.api.Dataset;
import dev.coffey.api.contract.DatasetContract;
import dev.coffey.nn.idx.IdxFolder;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class DoubleColoredMnistContractTest extends DatasetContract {
  @TempDir private Path temporary;

  @BeforeEach
  void makeFolder() {
    new IdxFolder(temporary).with("train", 240, 10, 28, 28);
  }

  @Override
  protected Dataset dataset() {
    return new DoubleColoredMnist();
  }

  @Override
  protected VariantOptions options() {
    return Chosen.folder(temporary, Cues.BIASED, Cues.SHIFTED);
  }

  /** Of 240 training images 40 are test images. */
  @Override
  protected Map<String, Long> sizes() {
    return Map.of("train", 180L, "validation", 20L, "test", 40L);
  }

  /** Six standard deviations of the jitter. */
  @Override
  protected double margin() {
    return 0.06;
  }
}

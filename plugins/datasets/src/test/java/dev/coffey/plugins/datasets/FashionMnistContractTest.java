package dev.coffey.plugins.datasets;

import dev.coffey.api.Dataset;
import dev.coffey.api.contract.DatasetContract;
import dev.coffey.nn.idx.IdxFolder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** On files of its form, since the real ones are not at hand everywhere. */
class FashionMnistContractTest extends DatasetContract {
  @TempDir private Path temporary;

  @BeforeEach
  void makeFolder() {
    new IdxFolder(temporary).with("train", 5_100, 10, 28, 28).with("t10k", 90, 10, 28, 28);
  }

  @Override
  protected Dataset dataset() {
    return new FashionMnist();
  }

  @Override
  protected FashionMnistOptions options() {
    return new FashionMnistOptions(Optional.of(temporary.toString()));
  }

  @Override
  protected Map<String, Long> sizes() {
    return Map.of("train", 100L, "validation", 5_000L, "test", 90L);
  }
}

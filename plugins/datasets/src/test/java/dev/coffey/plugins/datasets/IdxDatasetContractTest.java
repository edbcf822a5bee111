package dev.coffey.plugins.datasets;

import dev.coffey.api.Dataset;
import dev.coffey.api.contract.DatasetContract;
import dev.coffey.nn.idx.IdxFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class IdxDatasetContractTest extends DatasetContract {
  @TempDir private Path temporary;

  @BeforeEach
  void makeFolder() {
    new IdxFolder(temporary).with("train", 240, 3, 4, 5).with("t10k", 90, 3, 4, 5);
  }

  @Override
  protected Dataset dataset() {
    return new IdxDataset();
  }

  @Override
  protected IdxOptions options() {
    return new IdxOptions(
        temporary.toString(), Optional.empty(), List.of(), List.of(), Optional.of(70));
  }

  @Override
  protected List<Supplier<? extends Record>> invalidOptions() {
    return List.of(
        () -> moments(List.of(0.1, 0.2, 0.3), List.of()),
        () -> moments(List.of(), List.of(1.0)),
        () -> moments(List.of(0.1), List.of(0.0)),
        () -> moments(List.of(0.1), List.of(Double.NaN)));
  }

  private static IdxOptions moments(List<Double> mean, List<Double> std) {
    return new IdxOptions("folder", Optional.empty(), mean, std, Optional.empty());
  }

  @Override
  protected Map<String, Long> sizes() {
    return Map.of("train", 170L, "validation", 70L, "test", 90L);
  }
}

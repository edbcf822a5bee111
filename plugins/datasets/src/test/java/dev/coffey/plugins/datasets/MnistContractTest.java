package dev.coffey.plugins.datasets;

import dev.coffey.api.Dataset;
import dev.coffey.api.contract.DatasetContract;
import dev.coffey.nn.idx.IdxFolder;
import java.util.Map;
import java.util.Optional;

class MnistContractTest extends DatasetContract {
  @Override
  protected Dataset dataset() {
    return new Mnist();
  }

  @Override
  protected MnistOptions options() {
    return new MnistOptions(Optional.of(IdxFolder.MNIST.toString()));
  }

  @Override
  protected Map<String, Long> sizes() {
    return Map.of("train", 55_000L, "validation", 5_000L, "test", 10_000L);
  }
}

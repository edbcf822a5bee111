package dev.coffey.plugins.variants;

import dev.coffey.api.Dataset;
import dev.coffey.api.contract.DatasetContract;
import java.util.Map;

class TexturedMnistContractTest extends DatasetContract {
  @Override
  protected Dataset dataset() {
    return new TexturedMnist();
  }

  @Override
  protected VariantOptions options() {
    return Chosen.strokes(Cues.BIASED, Cues.SHIFTED, 1234);
  }

  @Override
  protected Map<String, Long> sizes() {
    return Map.of("train", 5_400L, "validation", 600L, "test", 1_000L);
  }
}

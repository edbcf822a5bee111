package dev.coffey.plugins.latents;

import dev.coffey.api.Dataset;
import dev.coffey.api.contract.DatasetContract;
import java.util.Map;

class LatentsContractTest extends DatasetContract {
  @Override
  protected Dataset dataset() {
    return new Latents();
  }

  @Override
  protected LatentsOptions options() {
    return new LatentsOptions(4, 5, 200, 80, NoiseOptions.NORMAL, 1);
  }

  @Override
  protected Map<String, Long> sizes() {
    return Map.of("train", 200L, "validation", 80L, "test", 80L);
  }

  @Override
  protected String input() {
    return "z";
  }

  /** Noise has no bounds. */
  @Override
  protected double margin() {
    return Double.MAX_VALUE;
  }
}

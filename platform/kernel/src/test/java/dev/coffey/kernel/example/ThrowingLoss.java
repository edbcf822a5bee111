package dev.coffey.kernel.example;

import dev.coffey.api.Loss;
import dev.coffey.api.Run;
import java.util.Map;

public final class ThrowingLoss implements Loss {
  ThrowingLoss() {
    throw new IllegalStateException("the grinder is stuck");
  }

  @Override
  public Map<String, String> inputs() {
    return Map.of();
  }

  @Override
  public Term open(Run run) {
    throw new UnsupportedOperationException("never made");
  }
}

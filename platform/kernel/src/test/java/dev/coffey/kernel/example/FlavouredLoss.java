package dev.coffey.kernel.example;

import dev.coffey.api.Loss;
import dev.coffey.api.Run;
import java.util.Map;

/** Tells two versions of itself apart through the SPI. */
public final class FlavouredLoss implements Loss {
  private final String flavour;

  FlavouredLoss(String flavour) {
    this.flavour = flavour;
  }

  @Override
  public Map<String, String> inputs() {
    if (flavour.equals("silent")) {
      throw new IllegalStateException("no taste");
    }
    return Map.of("flavour", flavour);
  }

  @Override
  public Term open(Run run) {
    throw new UnsupportedOperationException("no test opens it");
  }
}

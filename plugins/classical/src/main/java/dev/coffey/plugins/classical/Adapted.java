package dev.coffey.plugins.classical;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Loss;
import dev.coffey.api.Run;
import java.util.Map;

/** A loss with adapters, which can be built for known shapes only. */
abstract class Adapted implements Loss {
  @Override
  public final Term open(Run run) {
    throw new UnsupportedOperationException(
        "this loss has adapters; open it with the shapes of its inputs");
  }

  /** The shape of one sample of {@code input}. */
  static Shape known(String input, Map<String, Shape> shapes) {
    if (!shapes.containsKey(input)) {
      throw new IllegalArgumentException(
          ("the input '%s' is wired to something whose shape isn't known before the first batch;"
                  + " wire it to a tap of a network")
              .formatted(input));
    }
    return shapes.get(input);
  }
}

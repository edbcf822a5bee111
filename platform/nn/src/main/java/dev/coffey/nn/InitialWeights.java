package dev.coffey.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import ai.djl.training.initializer.NormalInitializer;
import ai.djl.training.initializer.TruncatedNormalInitializer;
import ai.djl.training.initializer.UniformInitializer;
import ai.djl.training.initializer.XavierInitializer;
import ai.djl.util.Pair;
import dev.coffey.nn.block.Initial;

/**
 * Chooses what parameters start from: drawn from generators named by run seed, role and parameter
 * name, so that they depend on neither engine, thread nor what was drawn before.
 */
final class InitialWeights {
  private InitialWeights() {}

  static void choose(Block block, long seed, String role) {
    for (Pair<String, Parameter> entry : block.getParameters()) {
      Parameter parameter = entry.getValue();
      Initializer wanted = parameter.getInitializer();
      if (wanted == Parameter.Type.WEIGHT.getInitializer()) {
        wanted = Initial.he();
      }
      if (wanted instanceof Initial initial) {
        parameter.setInitializer(drawn(initial, seed, role, entry.getKey()));
      } else if (drawsFromEngine(wanted)) {
        throw new IllegalArgumentException(
            "the parameter '%s' of '%s' has the initialiser %s, which draws from the engine; use one"
                    .formatted(entry.getKey(), role, wanted.getClass().getSimpleName())
                + " of dev.coffey.nn.block.Initial");
      }
    }
  }

  /** {@code initial} with the generator of one array. */
  static Initializer drawn(Initial initial, long seed, String owner, String name) {
    return (manager, shape, type) -> {
      if (type != DataType.FLOAT32) {
        throw new IllegalArgumentException("'%s' must be float32, not %s".formatted(name, type));
      }
      float[] values = initial.draw(shape, Seeds.generator(seed, "init", owner, name));
      // PyTorch works on Java's memory, which isn't aligned as its own is
      try (NDArray drawn = manager.create(values, shape)) {
        return drawn.duplicate();
      }
    };
  }

  static boolean drawsFromEngine(Initializer initializer) {
    return initializer instanceof XavierInitializer
        || initializer instanceof NormalInitializer
        || initializer instanceof TruncatedNormalInitializer
        || initializer instanceof UniformInitializer;
  }
}

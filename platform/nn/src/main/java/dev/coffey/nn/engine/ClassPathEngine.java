package dev.coffey.nn.engine;

import static java.util.Objects.requireNonNull;

import ai.djl.engine.Engine;
import java.util.Locale;
import java.util.Set;

/** The engine that DJL finds on the class path, for tests and for embedding without OSGi. */
public final class ClassPathEngine implements EngineSource {
  private final String name;

  /** {@code name}: DJL's name of the engine in any case, such as {@code mxnet}. */
  public ClassPathEngine(String name) {
    this.name = requireNonNull(name, "name is null").toLowerCase(Locale.ROOT);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Set<String> reads() {
    return switch (name) {
      case "mxnet" -> Set.of("-symbol.json");
      case "pytorch" -> Set.of(".pt", ".pth");
      case "onnxruntime" -> Set.of(".onnx");
      default -> Set.of();
    };
  }

  @Override
  public boolean trains() {
    return !name.equals("onnxruntime");
  }

  @Override
  public Engine engine() {
    try {
      return Engine.getAllEngines().stream()
          .filter(candidate -> candidate.equalsIgnoreCase(name))
          .findFirst()
          .map(Engine::getEngine)
          .orElseThrow(() -> new EngineUnavailable(absent()));
    } catch (EngineUnavailable unavailable) {
      throw unavailable;
    } catch (RuntimeException | LinkageError failure) {
      throw new EngineUnavailable(
          "the engine '%s' cannot be loaded on %s %s: %s"
              .formatted(
                  name,
                  System.getProperty("os.name"),
                  System.getProperty("os.arch"),
                  failure.getMessage()),
          failure);
    }
  }

  private String absent() {
    return "there is no engine '%s' on the class path; there are %s"
        .formatted(name, Engine.getAllEngines());
  }
}

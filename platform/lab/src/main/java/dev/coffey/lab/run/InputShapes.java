package dev.coffey.lab.run;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Run;
import dev.coffey.lab.method.Wiring;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Shapes of what losses read, known before the first batch. */
record InputShapes(Run run) {
  /** Input name → shape of one sample, without inputs that only a composer's batch has. */
  Map<String, Shape> of(Wiring wiring) {
    var shapes = new LinkedHashMap<String, Shape>();
    wiring
        .plainSources()
        .forEach((input, source) -> find(source).ifPresent(shape -> shapes.put(input, shape)));
    return shapes;
  }

  private Optional<Shape> find(String source) {
    int slash = source.indexOf('/');
    var owner = source.substring(0, slash);
    var name = source.substring(slash + 1);
    return owner.equals("batch") ? ofBatch(name) : Optional.of(ofNetwork(owner, name));
  }

  private Optional<Shape> ofBatch(String name) {
    return switch (name) {
      case "x" -> Optional.of(run.data().input());
      case "y", "index" -> Optional.of(new Shape());
      default -> Optional.empty();
    };
  }

  private Shape ofNetwork(String role, String tap) {
    var taps = run.network(role).taps();
    if (!taps.containsKey(tap)) {
      throw new IllegalArgumentException(
          "there is no tensor '%s/%s'; '%s' gives %s".formatted(role, tap, role, taps.keySet()));
    }
    return taps.get(tap);
  }
}

package ${package};

import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Teacher;
import dev.coffey.nn.block.Initial;
import dev.coffey.nn.block.Normalize;
import dev.coffey.nn.block.Staged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A linear map from pixels to classes, frozen. Its weights come from a file, or, without one, are
 * drawn from a fixed seed: a teacher that knows nothing, but the same in every run. Inputs of any
 * shape; tap {@code logits}, (classes).
 */
final class ${service} implements Teacher {
  /** Ignores the run's generator: another seed must not give another teacher. */
  private static final Initial FIXED =
      (shape, random) -> Initial.xavier().draw(shape, new SplittableRandom(1));

  @Override
  public Class<${stem}Options> options() {
    return ${stem}Options.class;
  }

  @Override
  public List<Network> open(Run run) {
    var data = run.data();
    var linear = Linear.builder().setUnits(data.classes()).build();
    linear.setInitializer(FIXED, Parameter.Type.WEIGHT);
    var layers =
        Staged.builder()
            .add(new Normalize(data))
            .apply(x -> x.reshape(x.getShape().get(0), -1))
            .add(linear)
            .tap("logits")
            .build();
    Network teacher = run.build("teacher", layers, data.input());
    run.options(${stem}Options.class).weights().ifPresent(file -> load(teacher, Path.of(file)));
    return List.of(teacher.freeze());
  }

  private static void load(Network teacher, Path file) {
    try (var in = Files.newInputStream(file)) {
      teacher.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the weights in %s can't be read".formatted(file), e);
    }
  }
}

package dev.coffey.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The PyTorch bundle, installed into a copy of the distribution, as a user would. */
class PyTorchIT {
  private static final String TINY =
      Experiments.SMALL
          .replace("samples: 1000", "samples: 200")
          .replace("epochs: 2", "epochs: 1")
          .replace("seeds: [1, 2]", "seeds: [1]");

  @Test
  void installingTheBundleIsEnoughAndExperimentsMayShareAProcess(
      @TempDir Path home, @TempDir Path folder) throws IOException {
    var coffey = Coffey.copyInto(home);
    Files.writeString(folder.resolve("a.yaml"), TINY + "engine: pytorch\n");
    Files.writeString(
        folder.resolve("b.yaml"), TINY.replace("name: small", "name: other") + "engine: pytorch\n");

    var without = coffey.in(folder, "run", "a.yaml");
    var installed = coffey.in(folder, "plugins", "install", Coffey.pyTorch().toString());
    var both = coffey.in(folder, "run", "a.yaml", "b.yaml", "--jobs", "2");

    assertThat(without.code()).isEqualTo(2);
    assertThat(without.err()).contains("there is no engine 'pytorch'");
    assertThat(installed.code()).as(installed.err()).isZero();
    assertThat(both.code()).as(both.err()).isZero();
    for (String name : List.of("small", "other")) {
      assertThat(folder.resolve("runs/" + name + "/results.json")).content().contains("pytorch");
    }
  }
}

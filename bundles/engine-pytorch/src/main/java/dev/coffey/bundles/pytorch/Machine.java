package dev.coffey.bundles.pytorch;

import dev.coffey.nn.engine.EngineUnavailable;
import java.util.Locale;

/**
 * What this process runs on.
 *
 * @param system as in the system property {@code os.name}
 * @param architecture as in {@code os.arch}
 */
record Machine(String system, String architecture) {
  static Machine current() {
    return new Machine(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  /**
   * Checks that natives run here.
   *
   * @param built what they are for: {@code linux-x86_64}; empty if there are none
   */
  void require(String built) {
    if (!built.equals(classifier())) {
      throw new EngineUnavailable(
          "this bundle has PyTorch for %s, but this machine is %s (%s): build engine-pytorch with"
                  .formatted(built.isEmpty() ? "no machine" : built, system, architecture)
              + " -Dpytorch.classifier="
              + classifier());
    }
  }

  /** DJL's name of this machine. */
  private String classifier() {
    String name = system.toLowerCase(Locale.ROOT);
    String djlName = name.startsWith("windows") ? "win" : name.startsWith("mac") ? "osx" : name;
    return djlName + "-" + (architecture.equals("amd64") ? "x86_64" : architecture);
  }
}

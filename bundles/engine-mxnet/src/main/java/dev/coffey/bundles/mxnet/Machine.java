package dev.coffey.bundles.mxnet;

import dev.coffey.nn.engine.EngineUnavailable;
import java.util.Locale;
import java.util.Set;

/**
 * What this process runs on.
 *
 * @param system as in the system property {@code os.name}
 * @param architecture as in {@code os.arch}
 */
record Machine(String system, String architecture) {
  private static final Set<String> INTEL = Set.of("amd64", "x86_64");

  static Machine current() {
    return new Machine(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  /**
   * Checks that MXNet runs here.
   *
   * @param classifier what the bundle's natives are for: {@code mkl-linux-x86_64}; empty if it has
   *     none
   */
  void require(String classifier) {
    if (!INTEL.contains(architecture)) {
      throw new EngineUnavailable(
          "MXNet has no build for "
              + architecture
              + "; Coffey's PyTorch engine runs there: install the bundle engine-pytorch and set"
              + " engine: pytorch");
    }
    if (!classifier.endsWith("-" + djlName() + "-x86_64")) {
      throw new EngineUnavailable(
          "this bundle has MXNet for %s, but this machine is %s (%s): build Coffey on this machine"
              .formatted(
                  classifier.isEmpty() ? "no machine" : classifier.replaceFirst("^[^-]*-", ""),
                  system,
                  architecture));
    }
  }

  /** The system's name in DJL's classifiers. */
  private String djlName() {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return "win";
    }
    return name.startsWith("mac") ? "osx" : name;
  }
}

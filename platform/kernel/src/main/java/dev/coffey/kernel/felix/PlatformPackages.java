package dev.coffey.kernel.felix;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.TreeNode;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.google.inject.Module;
import com.sun.jna.Library;
import dev.coffey.api.Plugin;
import dev.coffey.nn.engine.EngineSource;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.configuration2.ImmutableConfiguration;
import org.slf4j.Logger;

/**
 * The packages of the launcher's class path that bundles may import: the platform's own, and the
 * libraries it shares with plugins. Everything else of the class path stays hidden from them.
 */
final class PlatformPackages {
  /** One class of every jar; small interfaces, since they are loaded. */
  private static final List<Class<?>> ANCHORS =
      List.of(
          Plugin.class,
          EngineSource.class,
          NDArray.class,
          Library.class,
          Module.class,
          Inject.class,
          Logger.class,
          TreeNode.class,
          JsonSerializable.class,
          JsonProperty.class,
          ImmutableConfiguration.class);

  private PlatformPackages() {}

  /** As a manifest's header: {@code a;version="1.0.0",b;version="2.0.0"}. */
  static String header() {
    return ANCHORS.stream()
        .flatMap(anchor -> PackageSource.of(anchor).packages().stream())
        .map(ExportedPackage::clause)
        .distinct()
        .sorted()
        .collect(Collectors.joining(","));
  }
}

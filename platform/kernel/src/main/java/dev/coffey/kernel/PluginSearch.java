package dev.coffey.kernel;

import dev.coffey.kernel.catalogue.Request;
import dev.coffey.kernel.catalogue.ServiceBook;
import dev.coffey.kernel.config.InvalidInput;
import dev.coffey.kernel.config.NearestNames;
import dev.coffey.kernel.plugin.PluginDeployment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.framework.Version;

/**
 * Finds plugins by the names people use.
 *
 * @param plugins those of the drop folder, which alone can be found
 */
record PluginSearch(
    PlatformLayout layout,
    ServiceBook book,
    List<PluginDeployment> deployments,
    List<BundleReport> plugins) {

  List<BundleReport> find(String name) {
    Request request = request(name);
    Set<String> bundles = new TreeSet<>();
    Set<String> known = new TreeSet<>();
    for (PluginDeployment deployment : deployments) {
      var names = names(deployment);
      known.addAll(names);
      if (names.contains(request.id())) {
        bundles.add(deployment.manifest().name());
      }
    }
    List<BundleReport> found =
        plugins.stream()
            .filter(
                plugin ->
                    bundles.contains(plugin.name())
                        || plugin.path().getFileName().toString().equals(request.id()))
            .filter(plugin -> request.accepts(Version.parseVersion(plugin.version())))
            .toList();
    if (found.isEmpty()) {
      throw new InvalidInput(notFound(name, bundles, known));
    }
    return found;
  }

  private List<String> names(PluginDeployment deployment) {
    var names = new ArrayList<String>();
    names.add(deployment.manifest().name());
    deployment
        .started()
        .ifPresent(version -> book.entries(version).forEach(entry -> names.add(entry.id())));
    return names;
  }

  private String notFound(String name, Set<String> bundles, Set<String> known) {
    if (bundles.isEmpty()) {
      return "there is no plugin '%s'%s".formatted(name, NearestNames.didYouMean(name, known));
    }
    List<String> versions =
        deployments.stream()
            .filter(deployment -> bundles.contains(deployment.manifest().name()))
            .map(deployment -> deployment.manifest().version() + " in " + deployment.path())
            .toList();
    return "no plugin of %s is meant by '%s'; there is %s"
        .formatted(layout.plugins(), name, String.join(", ", versions));
  }

  private static Request request(String name) {
    try {
      return Request.parse(name);
    } catch (IllegalArgumentException noVersion) {
      throw new InvalidInput(
          "'%s' must be a name, or a name and a version such as kd@1.2 or kd@[1.2,2)"
              .formatted(name));
    }
  }
}

package dev.coffey.kernel.felix;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.BundleContext;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRevision;

/** Says in a sentence why a bundle does not resolve. Felix tells it as nested filters. */
final class ResolutionSentence {
  private static final Pattern PACKAGE = Pattern.compile("\\(osgi\\.wiring\\.package=([^)]+)\\)");
  private static final Pattern JAVA =
      Pattern.compile("\\(osgi\\.ee=JavaSE\\)\\(version=([^)]+)\\)");
  private static final Pattern LOWEST = Pattern.compile("\\(version>=([^)]+)\\)");
  private static final Pattern HIGHEST = Pattern.compile("\\(!\\(version>=([^)]+)\\)\\)");

  private final BundleContext context;

  ResolutionSentence(BundleContext context) {
    this.context = context;
  }

  String of(String felixMessage) {
    Matcher java = JAVA.matcher(felixMessage);
    if (java.find()) {
      return "is built for Java %s, but this is Java %d"
          .formatted(java.group(1), Runtime.version().feature());
    }
    Matcher named = PACKAGE.matcher(felixMessage);
    if (!named.find()) {
      return "does not resolve (" + felixMessage + ")";
    }
    String name = named.group(1);
    String filter = filterAround(felixMessage, named.end());
    List<String> offered = versionsOf(name);
    return "imports the package %s%s, %s"
        .formatted(
            name,
            range(filter),
            offered.isEmpty()
                ? "which no bundle here exports"
                : "but here it has version " + String.join(", ", offered));
  }

  /** The rest of the filter that a package's name was found in. */
  private static String filterAround(String message, int end) {
    int next = message.indexOf("osgi.wiring.package", end);
    return message.substring(end, next < 0 ? message.length() : next);
  }

  private static String range(String filter) {
    Matcher highest = HIGHEST.matcher(filter);
    String high = highest.find() ? highest.group(1) : "";
    Matcher lowest = LOWEST.matcher(filter.replace("(!(version>=" + high + "))", ""));
    String low = lowest.find() ? lowest.group(1) : "";
    if (low.isEmpty() && high.isEmpty()) {
      return "";
    }
    return high.isEmpty() ? " from version " + low : " in version [%s,%s)".formatted(low, high);
  }

  private List<String> versionsOf(String packageName) {
    return Arrays.stream(context.getBundles())
        .map(bundle -> bundle.adapt(BundleRevision.class))
        .flatMap(
            revision ->
                revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream())
        .map(capability -> capability.getAttributes())
        .filter(attributes -> packageName.equals(attributes.get("osgi.wiring.package")))
        .map(attributes -> String.valueOf(attributes.get("version")))
        .distinct()
        .toList();
  }
}

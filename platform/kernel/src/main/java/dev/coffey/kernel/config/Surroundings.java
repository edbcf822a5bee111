package dev.coffey.kernel.config;

import dev.coffey.kernel.config.Tree.Scalar;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.configuration2.interpol.ConfigurationInterpolator;
import org.apache.commons.configuration2.interpol.DefaultLookups;

/**
 * Looks {@code ${env:HOME}} and {@code ${sys:user.dir}} up with Commons Configuration. Its other
 * lookups (files, scripts, addresses) stay out: an experiment file is data.
 */
final class Surroundings extends ScalarRewrite {
  private static final Pattern UNRESOLVED = Pattern.compile("\\$\\{(env|sys):([^}]*)}");

  private final ConfigurationInterpolator interpolator = new ConfigurationInterpolator();
  private final Problems problems;

  Surroundings(Problems problems) {
    super("${");
    this.problems = problems;
    interpolator.registerLookup("env", DefaultLookups.ENVIRONMENT.getLookup());
    interpolator.registerLookup("sys", DefaultLookups.SYSTEM_PROPERTIES.getLookup());
  }

  @Override
  Tree replace(Scalar scalar, String path) {
    if (!scalar.text().contains("${env:") && !scalar.text().contains("${sys:")) {
      return scalar; // variables of a recipe, known only later
    }
    String text = String.valueOf(interpolator.interpolate(scalar.text()));
    Matcher unresolved = UNRESOLVED.matcher(text);
    while (unresolved.find()) {
      String kind = unresolved.group(1).equals("env") ? "environment variable" : "system property";
      problems.add(
          path, scalar.origin(), "the %s %s is not set".formatted(kind, unresolved.group(2)));
    }
    return PlainScalar.read(text, scalar.origin());
  }
}

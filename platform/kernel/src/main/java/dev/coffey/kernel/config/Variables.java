package dev.coffey.kernel.config;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.coffey.kernel.config.Tree.Scalar;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.text.StringSubstitutor;

/** Puts variables in the place of {@code ${name}}. */
final class Variables extends ScalarRewrite {
  private static final Pattern WHOLE = Pattern.compile("\\$\\{([^{}:]+)(?::-([^{}]*))?}");

  private final Map<String, ?> variables;
  private final Problems problems;

  Variables(Map<String, ?> variables, Problems problems) {
    super("${");
    this.variables = variables;
    this.problems = problems;
  }

  @Override
  Tree replace(Scalar scalar, String path) {
    Matcher whole = WHOLE.matcher(scalar.text());
    if (whole.matches() && variables.containsKey(whole.group(1))) {
      return JsonTree.of(variables.get(whole.group(1)), scalar.origin());
    }
    if (whole.matches() && whole.group(2) != null) {
      return PlainScalar.read(whole.group(2), scalar.origin());
    }
    return within(scalar, path);
  }

  private Tree within(Scalar scalar, String path) {
    var missing = new AtomicReference<>("");
    var substitutor =
        new StringSubstitutor(
            name -> {
              missing.set(name);
              return variables.containsKey(name) ? text(variables.get(name)) : null;
            });
    substitutor.setEnableUndefinedVariableException(true);
    substitutor.setDisableSubstitutionInValues(true);
    try {
      String text = substitutor.replace(scalar.text());
      return new Scalar(TextNode.valueOf(text), text, scalar.origin());
    } catch (IllegalArgumentException undefined) {
      problems.add(path, scalar.origin(), undefined(missing.get()));
      return scalar;
    }
  }

  private String undefined(String name) {
    Collection<String> names = List.copyOf(variables.keySet());
    return "the variable ${%s} is not defined%s"
        .formatted(name, NearestNames.didYouMean(name, names));
  }

  private static String text(Object value) {
    Tree tree = JsonTree.of(value, Origin.UNKNOWN);
    return tree instanceof Scalar scalar ? scalar.text() : tree.json().toString();
  }
}

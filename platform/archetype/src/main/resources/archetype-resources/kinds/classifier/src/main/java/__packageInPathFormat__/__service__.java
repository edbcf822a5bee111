package ${package};

import dev.coffey.api.Classifier;
import dev.coffey.api.Run;

/**
 * Nearest class mean: a sample's logit for a class is {@code −‖f − m‖²} for its features f and the
 * class's mean m, up to a constant of the sample. Features are one tensor, float32, (N, …), taken as
 * vectors.
 */
final class ${service} implements Classifier {
  @Override
  public Class<${stem}Options> options() {
    return ${stem}Options.class;
  }

  @Override
  public Judge open(Run run) {
    return new ${stem}Judge(run, run.options(${stem}Options.class).tensor());
  }
}

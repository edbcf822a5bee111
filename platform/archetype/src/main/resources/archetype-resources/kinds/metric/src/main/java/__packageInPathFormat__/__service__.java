package ${package};

import dev.coffey.api.Metric;
import dev.coffey.api.Run;

/**
 * Negative log-likelihood of the true class, {@code −log softmax(logits / T)}, averaged over all
 * samples, in nats; 0 at best. Reads {@code student/logits}, (N, K), and {@code batch/y}, (N).
 */
final class ${service} implements Metric {
  /** The figure is named like the metric. */
  static final String ID = "${artifactId}";

  @Override
  public Class<${stem}Options> options() {
    return ${stem}Options.class;
  }

  @Override
  public Meter open(Run run) {
    return new ${stem}Meter(run.options(${stem}Options.class).temperature());
  }
}

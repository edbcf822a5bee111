package dev.coffey.lab.experiment;

import dev.coffey.api.Dataset;
import dev.coffey.api.Metric;
import dev.coffey.api.Observer;
import dev.coffey.api.Student;
import dev.coffey.kernel.catalogue.Offer;
import dev.coffey.kernel.config.InvalidInput;
import dev.coffey.kernel.config.Problem;
import dev.coffey.kernel.config.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An experiment with every name resolved to a leased service and every option bound.
 *
 * @param settings the layered configuration it was read from
 */
public record Experiment(
    ExperimentOptions options,
    Settings settings,
    Resolved<Dataset> dataset,
    Optional<TeacherPlan> teacher,
    Resolved<Student> student,
    List<MethodPlan> methods,
    List<Resolved<Metric>> metrics,
    List<Resolved<Observer>> observers) {
  /** The same experiment with some of its methods only. */
  public Experiment withMethods(List<MethodPlan> some) {
    return new Experiment(options, settings, dataset, teacher, student, some, metrics, observers);
  }

  /** The same experiment with other seeds. */
  public Experiment withSeeds(List<Long> seeds) {
    return new Experiment(
        options.withSeeds(seeds), settings, dataset, teacher, student, methods, metrics, observers);
  }

  /** The same experiment with other versions of its metrics and observers. */
  Experiment with(List<Resolved<Metric>> otherMetrics, List<Resolved<Observer>> otherObservers) {
    return new Experiment(
        options, settings, dataset, teacher, student, methods, otherMetrics, otherObservers);
  }

  /** An error at {@code key} of the experiment file. */
  public InvalidInput wrong(String key, String message) {
    return new InvalidInput(List.of(new Problem(key, settings.originOf(key), message)));
  }

  /** The services a run of {@code method} uses. */
  public List<Offer> offers(MethodPlan method) {
    var offers = new ArrayList<>(method.offers());
    offers.add(dataset.offer());
    offers.add(student.offer());
    teacher.ifPresent(
        plan -> {
          plan.network().ifPresent(network -> offers.add(network.offer()));
          plan.service().ifPresent(service -> offers.add(service.offer()));
          plan.loss().ifPresent(loss -> offers.add(loss.offer()));
          offers.add(plan.dataset().offer());
        });
    metrics.forEach(metric -> offers.add(metric.offer()));
    return offers.stream().distinct().toList();
  }
}

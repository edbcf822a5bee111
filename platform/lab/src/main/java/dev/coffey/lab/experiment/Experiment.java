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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
    List<StagePlan> stages,
    Resolved<Student> student,
    List<MethodPlan> methods,
    List<Resolved<Metric>> metrics,
    Map<String, Resolved<Dataset>> tests,
    List<Resolved<Observer>> observers) {
  /** The same experiment with some of its methods only. */
  public Experiment withMethods(List<MethodPlan> some) {
    return new Experiment(
        options, settings, dataset, teacher, stages, student, some, metrics, tests, observers);
  }

  /** The same experiment with other seeds. */
  public Experiment withSeeds(List<Long> seeds) {
    return new Experiment(
        options.withSeeds(seeds),
        settings,
        dataset,
        teacher,
        stages,
        student,
        methods,
        metrics,
        tests,
        observers);
  }

  /** The same experiment with other versions of its metrics and observers. */
  Experiment with(List<Resolved<Metric>> otherMetrics, List<Resolved<Observer>> otherObservers) {
    return new Experiment(
        options,
        settings,
        dataset,
        teacher,
        stages,
        student,
        methods,
        otherMetrics,
        tests,
        otherObservers);
  }

  /** The training of {@code stage} as an experiment of its own, without methods. */
  public Experiment of(StagePlan stage) {
    return new Experiment(
        options,
        settings,
        stage.dataset(),
        stage.teacher(),
        List.of(),
        stage.student().orElse(student),
        List.of(),
        stage.metrics(),
        Map.of(),
        List.of());
  }

  /** The files that teachers and judges of the experiment and of its stages come from. */
  List<TeacherFile> files() {
    return Stream.concat(
            teacher.stream(),
            stages.stream()
                .flatMap(one -> Stream.of(one.teacher(), one.judge()))
                .flatMap(Optional::stream))
        .flatMap(plan -> plan.files().stream())
        .toList();
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
    teacher.ifPresent(plan -> offers.addAll(plan.offers()));
    method.pool().ifPresent(pool -> offers.addAll(pool.stage().offers()));
    tests.values().forEach(test -> offers.add(test.offer()));
    metrics.forEach(metric -> offers.add(metric.offer()));
    return offers.stream().distinct().toList();
  }
}

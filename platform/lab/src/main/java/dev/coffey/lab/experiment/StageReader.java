package dev.coffey.lab.experiment;

import dev.coffey.api.Composer;
import dev.coffey.api.Dataset;
import dev.coffey.api.Metric;
import dev.coffey.api.Student;
import dev.coffey.kernel.catalogue.Catalogue;
import dev.coffey.kernel.catalogue.Leases;
import dev.coffey.kernel.config.Problems;
import dev.coffey.kernel.config.Settings;
import dev.coffey.nn.engine.EngineSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resolves the stages of an experiment, each of which may use those before it. */
final class StageReader {
  private final Leases leases;
  private final Catalogue catalogue;
  private final List<EngineSource> engines;
  private final Problems problems;
  private final ServiceReader services;

  StageReader(Leases leases, Catalogue catalogue, List<EngineSource> engines, Problems problems) {
    this.leases = leases;
    this.catalogue = catalogue;
    this.engines = engines;
    this.problems = problems;
    this.services = new ServiceReader(leases, problems);
  }

  /**
   * All stages by name, in their order, up to one that is wrong, which is told.
   *
   * @param stages settings of the key {@code stages}
   * @param dataset the experiment's
   */
  Map<String, StagePlan> read(
      ExperimentOptions options, Settings stages, Resolved<Dataset> dataset) {
    Map<String, StagePlan> plans = new LinkedHashMap<>();
    var teachers =
        new TeacherReader(
            services, engines, problems, Collections.unmodifiableMap(plans), options.engine());
    for (var stage : options.stages().entrySet()) {
      String name = stage.getKey();
      var plan = read(name, stage.getValue(), stages.at(name), dataset, teachers);
      if (plan.isEmpty()) {
        break; // what uses it isn't wrong itself
      }
      plans.put(name, plan.get());
    }
    return plans;
  }

  private Optional<StagePlan> read(
      String name,
      StageOptions options,
      Settings place,
      Resolved<Dataset> ofExperiment,
      TeacherReader teachers) {
    int before = problems.size();
    var dataset = options.dataset().flatMap(one -> services.read(Dataset.class, one));
    var metrics = services.readAll(Metric.class, options.metrics());
    var data = dataset.orElse(ofExperiment);
    var teacher =
        options
            .teacher()
            .flatMap(one -> teachers.read(one.options(), place.at("teacher"), data, List.of()));
    var judge =
        options
            .judge()
            .flatMap(one -> teachers.read(one.options(), place.at("judge"), data, List.of()));
    var student = options.student().flatMap(one -> services.read(Student.class, one));
    var method = options.student().isPresent() ? training(options, place) : making(name, options);
    if (options.teacher().isEmpty() && method.filter(MethodPlan::needsTeacher).isPresent()) {
      services.tell(
          place,
          method.get().label() + " needs a teacher; add one, such as teacher: {stage: NAME}");
    }
    return problems.size() == before
        ? Optional.of(
            new StagePlan(
                name,
                place.path(),
                data,
                teacher,
                student,
                method.orElseThrow(),
                metrics,
                judge,
                options.samples().orElse(0),
                options.batch(),
                options.seed()))
        : Optional.empty();
  }

  private Optional<MethodPlan> training(StageOptions options, Settings place) {
    Settings train = place.has("train") ? place.at("train") : Settings.empty();
    return new MethodReader(leases, catalogue, problems, train, Map.of()).read(options.method());
  }

  private Optional<MethodPlan> making(String name, StageOptions options) {
    return Optional.of(
        new MethodPlan(
            name,
            "",
            Optional.empty(),
            List.of(),
            services.readAll(Composer.class, options.composers()),
            options.train(),
            Optional.empty()));
  }
}

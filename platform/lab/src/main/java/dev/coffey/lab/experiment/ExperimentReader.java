package dev.coffey.lab.experiment;

import dev.coffey.api.Dataset;
import dev.coffey.api.Metric;
import dev.coffey.api.Observer;
import dev.coffey.api.Student;
import dev.coffey.kernel.catalogue.Catalogue;
import dev.coffey.kernel.catalogue.Leases;
import dev.coffey.kernel.config.InvalidInput;
import dev.coffey.kernel.config.OptionBinder;
import dev.coffey.kernel.config.Problems;
import dev.coffey.kernel.config.Settings;
import dev.coffey.nn.engine.EngineSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns layered settings into an {@link Experiment}, or tells everything that is wrong at once. */
public final class ExperimentReader {
  private final Leases leases;
  private final Catalogue catalogue;
  private final List<EngineSource> engines;
  private final Problems problems = new Problems();
  private final OptionBinder binder = new OptionBinder();
  private final ServiceReader services;

  /**
   * Services are leased through {@code leases}; those of {@code catalogue}.
   *
   * @param engines all that are installed, for teachers that come from files
   */
  public ExperimentReader(Leases leases, Catalogue catalogue, List<EngineSource> engines) {
    this.engines = List.copyOf(engines);
    this.leases = leases;
    this.catalogue = catalogue;
    this.services = new ServiceReader(leases, problems);
  }

  /**
   * Reads the experiment.
   *
   * @throws InvalidInput with every problem found
   */
  public Experiment read(Settings settings) {
    Optional<ExperimentOptions> bound = binder.bind(settings, ExperimentOptions.class, problems);
    if (bound.isEmpty()) {
      if (!settings.has("stages")) {
        methods(settings, Map.of());
      }
      problems.throwIfAny();
    }
    ExperimentOptions options = bound.orElseThrow();
    var dataset = services.read(Dataset.class, options.dataset());
    var student = services.read(Student.class, options.student());
    var metrics = services.readAll(Metric.class, options.metrics());
    var observers = services.readAll(Observer.class, options.observers());
    var tests = new LinkedHashMap<String, Resolved<Dataset>>();
    options
        .tests()
        .forEach(
            (name, one) ->
                services.read(Dataset.class, one).ifPresent(test -> tests.put(name, test)));
    Map<String, StagePlan> stages =
        dataset.isEmpty() || options.stages().isEmpty()
            ? Map.of()
            : new StageReader(leases, catalogue, engines, problems)
                .read(options, settings.at("stages"), dataset.get());
    if (stages.size() < options.stages().size()) {
      problems.throwIfAny(); // what uses a stage that is wrong isn't wrong itself
    }
    var methods = methods(settings, stages);
    var teachers = new TeacherReader(services, engines, problems, stages, options.engine());
    var teacher =
        options
            .teacher()
            .flatMap(
                one ->
                    dataset.flatMap(
                        data -> teachers.read(one, settings.at("teacher"), data, metrics)));
    if (options.teacher().isEmpty()) {
      methods.stream()
          .filter(MethodPlan::needsTeacher)
          .forEach(
              method ->
                  services.tell(
                      settings.at("compare"),
                      method.label()
                          + " needs a teacher; add one, such as teacher: {network: lenet5}"));
    }
    problems.throwIfAny();
    return new Experiment(
        options,
        located(settings, stages.keySet()),
        dataset.orElseThrow(),
        teacher,
        List.copyOf(stages.values()),
        student.orElseThrow(),
        methods,
        metrics,
        tests,
        observers);
  }

  /** What is recorded must be found from anywhere. */
  private static Settings located(Settings settings, Set<String> stages) {
    Settings located = located(settings, List.of("teacher"));
    for (String stage : stages) {
      located = located(located, List.of("stages", stage, "teacher"));
      located = located(located, List.of("stages", stage, "judge"));
    }
    return located;
  }

  private static Settings located(Settings settings, List<String> teacher) {
    Settings located = locatedFile(settings, teacher);
    for (String name : at(settings, teacher).at("files").entries().keySet()) {
      var place = new ArrayList<>(teacher);
      place.addAll(List.of("files", name));
      located = locatedFile(located, place);
    }
    return located;
  }

  private static Settings locatedFile(Settings settings, List<String> place) {
    Settings file = at(settings, place).at("file");
    if (!file.isPresent()) {
      return settings;
    }
    Map<String, ?> overlay = Map.of("file", TeacherFileReader.located(file).toString());
    for (int i = place.size() - 1; i >= 0; i--) {
      overlay = Map.of(place.get(i), overlay);
    }
    return Settings.of(overlay, file.originOf("")).withDefaults(settings);
  }

  private static Settings at(Settings settings, List<String> place) {
    Settings here = settings;
    for (String key : place) {
      here = here.at(key);
    }
    return here;
  }

  private List<MethodPlan> methods(Settings settings, Map<String, StagePlan> stages) {
    var plans = new ArrayList<MethodPlan>();
    if (!settings.has("compare")) {
      return plans;
    }
    Settings train = settings.has("train") ? settings.at("train") : Settings.empty();
    var reader = new MethodReader(leases, catalogue, problems, train, stages);
    var labels = new HashSet<String>();
    Settings compare = settings.at("compare");
    List<Settings> entries = compare.value().isArray() ? compare.items() : List.of(compare);
    for (Settings entry : entries) {
      reader
          .read(entry)
          .ifPresent(
              plan -> {
                if (!labels.add(plan.label())) {
                  services.tell(
                      entry,
                      "'" + plan.label() + "' is there twice; name one of them with as: NAME");
                }
                plans.add(plan);
              });
    }
    return plans;
  }
}

package dev.coffey.lab.experiment;

import dev.coffey.api.Dataset;
import dev.coffey.api.Loss;
import dev.coffey.api.Metric;
import dev.coffey.api.Student;
import dev.coffey.api.Teacher;
import dev.coffey.kernel.config.Problems;
import dev.coffey.kernel.config.Settings;
import dev.coffey.lab.method.Weight;
import dev.coffey.lab.method.Wiring;
import dev.coffey.nn.engine.EngineSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resolves where a teacher comes from. */
final class TeacherReader {
  private final ServiceReader services;
  private final List<EngineSource> engines;
  private final Problems problems;
  private final Map<String, StagePlan> stages;
  private final String engine;

  /**
   * Reads teachers of one experiment.
   *
   * @param stages those a teacher may come from
   * @param engine name of the experiment's engine
   */
  TeacherReader(
      ServiceReader services,
      List<EngineSource> engines,
      Problems problems,
      Map<String, StagePlan> stages,
      String engine) {
    this.services = services;
    this.engines = engines;
    this.problems = problems;
    this.stages = stages;
    this.engine = engine;
  }

  /**
   * Reads {@code options}, which stand at {@code place}.
   *
   * @param dataset what it is trained on unless it says another
   * @param metrics what its training is watched with
   */
  Optional<TeacherPlan> read(
      TeacherOptions options,
      Settings place,
      Resolved<Dataset> dataset,
      List<Resolved<Metric>> metrics) {
    int before = problems.size();
    var files = files(options, place);
    var service = options.use().flatMap(one -> services.read(Teacher.class, one));
    var own = options.dataset().flatMap(one -> services.read(Dataset.class, one));
    var stage =
        options
            .network()
            .flatMap(network -> training(network, options, own.orElse(dataset), metrics))
            .or(() -> options.stage().flatMap(name -> stage(name, place.at("stage"))));
    return problems.size() == before
        ? Optional.of(new TeacherPlan(stage, service, files, options.cache()))
        : Optional.empty();
  }

  private List<TeacherFile> files(TeacherOptions options, Settings place) {
    var reader = new TeacherFileReader(engines, problems, engine);
    var files = new ArrayList<TeacherFile>();
    String part = place.path().substring(place.path().lastIndexOf('.') + 1);
    options.single().ifPresent(one -> reader.read(part, one, place).ifPresent(files::add));
    String first = options.files().keySet().stream().findFirst().orElse("");
    options
        .files()
        .forEach(
            (name, one) -> {
              String role = name.equals(first) ? part : part + "." + name;
              reader.read(role, one, place.at("files").at(name)).ifPresent(files::add);
            });
    return files;
  }

  private Optional<StagePlan> stage(String name, Settings place) {
    Optional<StagePlan> found =
        Optional.ofNullable(stages.get(name)).filter(stage -> stage.student().isPresent());
    if (found.isEmpty()) {
      var trained =
          stages.values().stream()
              .filter(stage -> stage.student().isPresent())
              .map(StagePlan::name)
              .toList();
      services.tell(
          place,
          "there is no earlier stage '%s' that trains networks; there are %s"
              .formatted(name, trained));
    }
    return found;
  }

  /** Trained on hard labels. */
  private Optional<StagePlan> training(
      Settings place,
      TeacherOptions options,
      Resolved<Dataset> dataset,
      List<Resolved<Metric>> metrics) {
    var network = services.read(Student.class, place);
    var choice = new Choice("cross-entropy", Settings.empty(), place);
    return services
        .read(Loss.class, choice, Settings.empty())
        .flatMap(
            loss ->
                network.map(
                    student ->
                        new StagePlan(
                            "teacher",
                            "teacher",
                            dataset,
                            Optional.empty(),
                            Optional.of(student),
                            supervised(loss, options.train()),
                            metrics,
                            Optional.empty(),
                            0,
                            0,
                            options.seed())));
  }

  private static MethodPlan supervised(Resolved<Loss> loss, TrainOptions train) {
    var term =
        new TermPlan(
            loss.offer().id(),
            loss,
            Weight.parse("1"),
            List.of(new Wiring(loss.service().inputs())));
    return new MethodPlan(
        "teacher", "", Optional.empty(), List.of(term), List.of(), train, Optional.empty());
  }
}

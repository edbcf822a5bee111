package dev.coffey.lab;

import dev.coffey.api.Event;
import dev.coffey.kernel.Platform;
import dev.coffey.kernel.catalogue.Leases;
import dev.coffey.kernel.catalogue.Offer;
import dev.coffey.kernel.config.InvalidInput;
import dev.coffey.kernel.config.Origin;
import dev.coffey.kernel.config.Settings;
import dev.coffey.lab.experiment.Experiment;
import dev.coffey.lab.experiment.ExperimentReader;
import dev.coffey.lab.experiment.MethodPlan;
import dev.coffey.lab.experiment.Swap;
import dev.coffey.lab.report.PictureStrip;
import dev.coffey.lab.report.Report;
import dev.coffey.lab.report.ReportData;
import dev.coffey.lab.result.DamagedResults;
import dev.coffey.lab.result.Results;
import dev.coffey.lab.result.ResultsFile;
import dev.coffey.lab.run.ArtefactLocks;
import dev.coffey.lab.run.Curves;
import dev.coffey.lab.run.EndedRun;
import dev.coffey.lab.run.ExperimentRun;
import dev.coffey.lab.run.ObserverCalls;
import dev.coffey.lab.run.Outcomes;
import dev.coffey.lab.run.PictureStrips;
import dev.coffey.lab.run.Preflight;
import dev.coffey.lab.run.Provenance;
import dev.coffey.lab.run.RecordedRuns;
import dev.coffey.lab.run.Reproduction;
import dev.coffey.lab.run.RunFolder;
import dev.coffey.lab.run.RunRecord;
import dev.coffey.lab.run.Swapping;
import dev.coffey.nn.engine.EngineSource;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs, plans and repeats experiments on a platform. Thread-safe: several may run at once. */
public final class Lab {
  private final Platform platform;
  private final ArtefactLocks locks = new ArtefactLocks();

  /** A lab on {@code platform}, which must stay open. */
  public Lab(Platform platform) {
    this.platform = platform;
  }

  /**
   * What {@link #run} left behind.
   *
   * @param made runs made now; the others were there
   */
  public record Finished(Results results, Path resultsFile, Path report, int made) {}

  /** What {@link #plan} found out. */
  public record Planned(
      Experiment experiment, List<Preflight.Estimate> estimates, List<Offer> plugins) {}

  /**
   * Runs an experiment; what is there already isn't made again.
   *
   * @param root folder for results; the experiment gets a folder of its own in it
   * @param listener told every event, on the run's thread
   * @throws InvalidInput if the configuration is wrong; nothing has been trained then
   */
  public Finished run(Settings settings, Path root, Consumer<Event> listener) throws IOException {
    requireWritable(root);
    try (Leases leases = platform.catalogue().lease()) {
      Experiment experiment = read(settings, leases);
      var execution = execution(experiment, leases, root, listener);
      var runs = execution.execute();
      Path folder = root.resolve(experiment.options().name());
      Results results = Outcomes.of(experiment, runs).with(execution.stageFacts());
      Path file = folder.resolve(ResultsFile.NAME);
      Path report = folder.resolve("report.html");
      ResultsFile.write(file, results);
      Report.write(
          report,
          new ReportData(
              results,
              Curves.of(runs),
              Provenance.of(experiment, runs),
              pictures(root, results, runs)));
      int made = (int) runs.stream().filter(run -> !run.reused()).count();
      return new Finished(results, file, report, made);
    }
  }

  /**
   * Resolves every name and passes one small batch through every method.
   *
   * @throws InvalidInput if anything is wrong
   */
  public Planned plan(Settings settings) {
    try (Leases leases = platform.catalogue().lease()) {
      Experiment experiment = read(settings, leases);
      var engine = engine(experiment);
      var estimates = new Preflight(experiment, engine).check();
      return new Planned(experiment, estimates, leases.held());
    }
  }

  /**
   * Runs a recorded run again, teacher included, in the folder {@code scratch}, and compares.
   *
   * @throws InvalidInput if {@code run} holds no record, or its plugins are gone
   */
  public Reproduction reproduce(Path run, Path scratch, Consumer<Event> listener)
      throws IOException {
    RunRecord original =
        new RunFolder(run)
            .record()
            .orElseThrow(
                () ->
                    new InvalidInput(
                        "there is no readable record.json in '%s'; name the folder of a run"
                            .formatted(run)));
    Settings settings =
        Settings.of(original.configuration(), Origin.of(run.resolve("record.json").toString()));
    try (Leases leases = platform.catalogue().lease()) {
      Experiment whole = read(settings, leases);
      List<MethodPlan> method =
          whole.methods().stream().filter(plan -> plan.label().equals(original.method())).toList();
      Experiment one = whole.withMethods(method).withSeeds(List.of(original.seed()));
      RunRecord again = execution(one, leases, scratch, listener).execute().get(0).record();
      return Reproduction.of(original, again);
    }
  }

  private ExperimentRun execution(
      Experiment experiment, Leases leases, Path root, Consumer<Event> listener) {
    var engine = engine(experiment);
    var observers = ObserverCalls.of(experiment.observers());
    var listeners = new ArrayList<Consumer<Event>>();
    listeners.add(listener);
    listeners.addAll(observers);
    var swapping =
        experiment.options().swap() == Swap.AT_EPOCH
            ? Swapping.atEpochs(platform.catalogue(), leases, observers)
            : Swapping.never();
    return new ExperimentRun(
        experiment, Platform.version(), engine, root, listeners, swapping, locks);
  }

  private Experiment read(Settings settings, Leases leases) {
    return new ExperimentReader(leases, platform.catalogue(), engines()).read(settings);
  }

  private List<EngineSource> engines() {
    return platform.engines().stream().map(platform::engine).toList();
  }

  private EngineSource engine(Experiment experiment) {
    EngineSource engine;
    try {
      engine = platform.engine(experiment.options().engine());
    } catch (InvalidInput e) {
      throw experiment.wrong("engine", e.getMessage());
    }
    if (!engine.trains()) {
      throw experiment.wrong(
          "engine",
          "%s reads trained networks and cannot train; engines that can: %s"
              .formatted(
                  engine.name(),
                  engines().stream()
                      .filter(EngineSource::trains)
                      .map(EngineSource::name)
                      .toList()));
    }
    return engine;
  }

  private static void requireWritable(Path root) {
    try {
      Files.createDirectories(root);
      Files.delete(Files.createTempFile(root, ".writable", ""));
    } catch (IOException e) {
      String reason =
          e instanceof FileSystemException known && known.getReason() != null
              ? known.getReason()
              : "permission denied";
      throw new InvalidInput(
          "cannot write to the results folder '%s': %s; choose another with --out"
              .formatted(root, reason));
    }
  }

  private static List<PictureStrip> pictures(Path root, Results results, List<EndedRun> runs)
      throws IOException {
    var pictures =
        new ArrayList<>(
            PictureStrips.ofStages(root.resolve(ExperimentRun.ARTEFACTS), results.stages()));
    pictures.addAll(PictureStrips.ofRuns(runs));
    return pictures;
  }

  /**
   * Pictures that the runs of an experiment kept, as far as they are still there.
   *
   * @param folder the experiment's, or its {@code results.json}
   * @param results what is in that file
   */
  public static List<PictureStrip> pictures(Path folder, Results results) throws IOException {
    Path absolute = folder.toAbsolutePath().normalize();
    Path experiment = Files.isDirectory(absolute) ? absolute : absolute.getParent();
    return pictures(experiment.getParent(), results, RecordedRuns.of(experiment, results));
  }

  /** The results of a folder: its {@code results.json}. */
  public static Results results(Path folder) throws IOException {
    Path file = Files.isDirectory(folder) ? folder.resolve(ResultsFile.NAME) : folder;
    if (!Files.exists(file)) {
      throw new InvalidInput("there is no " + ResultsFile.NAME + " in '" + folder + "'");
    }
    try {
      return ResultsFile.read(file);
    } catch (DamagedResults e) {
      throw new InvalidInput(e.getMessage());
    }
  }
}

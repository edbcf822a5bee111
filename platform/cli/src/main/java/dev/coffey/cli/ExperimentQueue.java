package dev.coffey.cli;

import dev.coffey.api.Event;
import dev.coffey.kernel.config.InvalidInput;
import dev.coffey.kernel.config.Settings;
import dev.coffey.lab.Lab;
import dev.coffey.lab.result.TextTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Runs experiments one after the other, or several at once, and prints what came of each. */
final class ExperimentQueue {
  private final Lab lab;
  private final Path out;
  private final boolean quiet;
  private final boolean json;

  ExperimentQueue(Lab lab, Path out, boolean quiet, boolean json) {
    this.lab = lab;
    this.out = out;
    this.quiet = quiet;
    this.json = json;
  }

  static String name(Settings experiment) {
    return experiment.at("name").text().orElse("");
  }

  /** Runs the only experiment there is; what is wrong with it is thrown. */
  int runAlone(Settings experiment) throws IOException {
    try (var progress = Progressing.shown(quiet)) {
      var finished = lab.run(experiment, out, progress);
      if (json) {
        System.out.print(Files.readString(finished.resultsFile()));
      } else {
        print(finished);
      }
      return code(finished);
    }
  }

  /**
   * Runs all, {@code jobs} at once. What is wrong with one is told, and the others go on.
   *
   * @return the worst exit code
   */
  int run(List<Settings> experiments, int jobs) throws IOException, InterruptedException {
    var threads = Executors.newFixedThreadPool(jobs);
    var running = new ArrayList<Future<Lab.Finished>>();
    try {
      experiments.forEach(experiment -> running.add(threads.submit(() -> one(experiment))));
      int worst = 0;
      var results = Json.mapper().createObjectNode().putArray("experiments");
      for (int i = 0; i < running.size(); i++) {
        try {
          Lab.Finished finished = running.get(i).get();
          worst = Math.max(worst, code(finished));
          results.add(Json.mapper().readTree(finished.resultsFile().toFile()));
        } catch (ExecutionException failure) {
          worst = Math.max(worst, tell(name(experiments.get(i)), failure.getCause()));
        }
      }
      if (json) {
        Json.print(Json.mapper().createObjectNode().set("experiments", results));
      }
      return worst;
    } finally {
      threads.shutdownNow();
    }
  }

  private Lab.Finished one(Settings experiment) throws IOException {
    Consumer<Event> progress =
        quiet ? event -> {} : new ProgressLines(System.err, name(experiment) + ": ");
    var finished = lab.run(experiment, out, progress);
    if (!json) {
      synchronized (this) {
        print(finished);
        System.out.println();
      }
    }
    return finished;
  }

  private static void print(Lab.Finished finished) {
    System.out.println(TextTable.of(finished.results()));
    System.out.println("report: " + finished.report());
  }

  private static int code(Lab.Finished finished) {
    return finished.results().failures().isEmpty() ? 0 : 1;
  }

  private static int tell(String name, Throwable failure) {
    if (failure instanceof InvalidInput input) {
      input.problems().forEach(problem -> System.err.println("error: " + name + ": " + problem));
      return 2;
    }
    System.err.println("error: " + name + ": " + failure);
    return 1;
  }
}

package dev.coffey.cli;

import dev.coffey.kernel.Platform;
import dev.coffey.kernel.config.Settings;
import dev.coffey.lab.Lab;
import dev.coffey.lab.experiment.TrainOptions;
import dev.coffey.lab.run.Preflight.Estimate;
import dev.coffey.nn.optim.OptimizerOptions;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code coffey plan FILE}. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = "Checks an experiment on one small batch, says what it would do, and stops.")
final class PlanCommand implements Callable<Integer> {
  @Mixin private ExperimentFile experiment;

  @Option(names = "--json", description = "prints a JSON document")
  private boolean json;

  @Override
  public Integer call() {
    Settings settings = experiment.load();
    try (Platform platform = Home.start()) {
      var planned = new Lab(platform).plan(settings);
      if (json) {
        var document = Json.mapper().createObjectNode();
        document.put("experiment", planned.experiment().options().name());
        document.set("methods", Json.mapper().valueToTree(planned.estimates()));
        document.set("plugins", Json.mapper().valueToTree(planned.plugins()));
        Json.print(document);
      } else {
        print(planned);
      }
    }
    return 0;
  }

  private static void print(Lab.Planned planned) {
    var options = planned.experiment().options();
    Estimate any = planned.estimates().get(0);
    System.out.printf(
        "%s: %d methods × seeds %s on %s, engine %s on %s%n%n",
        options.name(),
        planned.estimates().size(),
        options.seeds(),
        planned.experiment().dataset().offer().id(),
        options.engine(),
        options.device());
    var networks = new Columns().add("network", "parameters", "multiply-adds");
    planned
        .experiment()
        .teacher()
        .ifPresent(
            teacher ->
                networks.add(
                    "teacher " + teacher.name(),
                    "%,d".formatted(any.teacherParameters()),
                    "%,d".formatted(any.teacherMacs())));
    networks.add(
        "student " + planned.experiment().student().offer().id(),
        "%,d".formatted(any.parameters()),
        "%,d".formatted(any.macs()));
    networks.print(System.out);
    System.out.println("taps of the student: " + String.join(", ", any.taps()) + "\n");
    var methods = new Columns().add("method", "samples", "steps", "optimiser", "loss terms");
    planned
        .experiment()
        .methods()
        .forEach(
            method -> {
              Estimate estimate =
                  planned.estimates().stream()
                      .filter(one -> one.method().equals(method.label()))
                      .findFirst()
                      .orElseThrow();
              methods.add(
                  method.label(),
                  "%,d".formatted(estimate.samples()),
                  "%,d".formatted(estimate.steps()),
                  optimizers(method.train()),
                  String.join(" + ", estimate.terms()));
            });
    methods.print(System.out);
    System.out.println();
    var plugins = new Columns().add("plugin", "id", "version", "digest");
    planned
        .plugins()
        .forEach(
            offer ->
                plugins.add(
                    offer.kind().getSimpleName().toLowerCase(Locale.ROOT),
                    offer.id(),
                    offer.bundle() + " " + offer.version(),
                    offer.digest().substring(0, 12)));
    plugins.print(System.out);
  }

  /**
   * Of the student, then of other groups: {@code student: sgd, lr 0.1; generator: adam, lr 0.001}.
   */
  private static String optimizers(TrainOptions train) {
    var text = new StringBuilder(optimizer("student", train.optimizer()));
    train
        .groups()
        .forEach((name, group) -> text.append("; ").append(optimizer(name, group.optimizer())));
    return text.toString();
  }

  private static String optimizer(String group, OptimizerOptions chosen) {
    return "%s: %s, lr %s"
        .formatted(group, chosen.name().name().toLowerCase(Locale.ROOT), chosen.lr());
  }
}

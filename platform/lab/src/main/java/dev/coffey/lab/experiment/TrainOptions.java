package dev.coffey.lab.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coffey.api.Option;
import dev.coffey.kernel.config.Origin;
import dev.coffey.kernel.config.Settings;
import dev.coffey.nn.optim.OptimizerOptions;
import dev.coffey.nn.optim.ScheduleOptions;
import java.util.Optional;

/** How a network is trained. */
public record TrainOptions(
    @Option(help = "passes over the training samples", value = "10", min = 1) int epochs,
    @Option(help = "samples a step", value = "128", min = 1) int batch,
    @Option(
            help =
                "train on this many samples only, the classes in equal numbers, drawn by the run's"
                    + " seed; all if left out",
            min = 1)
        Optional<Integer> samples,
    @Option(
            help =
                "epochs from one look at the validation split to the next; the last always looks",
            value = "1",
            min = 1)
        int validateEvery,
    @Option(
            help =
                "steps from one checkpoint to the next within an epoch; without it they are taken"
                    + " between epochs only",
            min = 1)
        Optional<Integer> checkpointSteps,
    @Option(help = "the optimiser") OptimizerOptions optimizer,
    @Option(help = "the learning rate over time") ScheduleOptions schedule) {
  /** All of it, defaults filled in. */
  JsonNode tree() {
    return Settings.of(this, Origin.UNKNOWN).value();
  }

  /** Whether the validation split is looked at after {@code epoch}, counted from 1. */
  public boolean validatesAfter(int epoch) {
    return epoch % validateEvery == 0 || epoch == epochs;
  }

  /** Whether a checkpoint is due after {@code step} steps, within an epoch. */
  public boolean checkpointsAfter(long step) {
    return checkpointSteps.filter(every -> step % every == 0).isPresent();
  }

  /** Name of the split to open: {@code train}, or {@code train:N}. */
  public String split() {
    return samples.map(count -> "train:" + count).orElse("train");
  }
}

package dev.coffey.lab.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coffey.api.Option;
import dev.coffey.kernel.config.Origin;
import dev.coffey.kernel.config.Settings;
import dev.coffey.nn.optim.OptimizerOptions;
import dev.coffey.nn.optim.ScheduleOptions;
import java.util.Map;
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
    @Option(
            help = "steps of an epoch of a method that works without data; others don't look at it",
            min = 1)
        Optional<Integer> stepsPerEpoch,
    @Option(help = "the optimiser") OptimizerOptions optimizer,
    @Option(help = "the learning rate over time") ScheduleOptions schedule,
    @Option(
            help =
                "optimisers of a method's other groups, such as generator; a group that isn't"
                    + " named has the student's")
        Map<String, GroupOptions> groups) {
  /** How one group of networks is optimised. */
  public record GroupOptions(
      @Option(help = "the optimiser") OptimizerOptions optimizer,
      @Option(help = "the learning rate over time") ScheduleOptions schedule) {}

  /** All of it, defaults filled in. */
  ObjectNode tree() {
    ObjectNode tree = (ObjectNode) Settings.of(this, Origin.UNKNOWN).value();
    if (groups.isEmpty()) {
      tree.remove("groups"); // results of before there were any keep their names
    }
    return tree;
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

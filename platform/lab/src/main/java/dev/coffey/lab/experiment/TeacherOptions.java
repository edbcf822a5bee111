package dev.coffey.lab.experiment;

import dev.coffey.api.Option;
import dev.coffey.kernel.config.Settings;
import java.util.Optional;

/**
 * Where the teacher comes from: either a network that Coffey trains once for all runs ({@code
 * network}), or a teacher service ({@code use}).
 */
public record TeacherOptions(
    @Option(help = "network to train as the teacher: an id, or {id: {options}}")
        Optional<Settings> network,
    @Option(help = "teacher service that brings trained networks: an id, or {id: {options}}")
        Optional<Settings> use,
    @Option(help = "dataset the teacher is trained on, if not the experiment's")
        Optional<Settings> dataset,
    @Option(help = "how the teacher is trained") TrainOptions train,
    @Option(help = "seed of the teacher's training", value = "1") long seed,
    @Option(
            help =
                "whether its outputs on training samples are computed once and shared by methods and"
                    + " seeds; never where a composer changes the samples",
            value = "true")
        boolean cache) {
  /** Checks that there is exactly one source. */
  public TeacherOptions {
    if (network.isPresent() == use.isPresent()) {
      throw new IllegalArgumentException(
          "teacher needs either network (a network to train) or use (a teacher service)");
    }
  }
}

package dev.coffey.lab.experiment;

import dev.coffey.api.Option;
import dev.coffey.kernel.config.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the teacher comes from: a network that Coffey trains once for all runs ({@code network}), a
 * stage of the experiment ({@code stage}), a teacher service ({@code use}), or a file with a
 * trained network ({@code file}).
 */
public record TeacherOptions(
    @Option(help = "network to train as the teacher: an id, or {id: {options}}")
        Optional<Settings> network,
    @Option(help = "name of the stage whose networks are the teacher") Optional<String> stage,
    @Option(help = "teacher service that brings trained networks: an id, or {id: {options}}")
        Optional<Settings> use,
    @Option(
            help =
                "file with a trained network: .onnx, or another ending that an engine reads; a"
                    + " relative path is meant from the experiment file")
        Optional<Path> file,
    @Option(
            help =
                "shape of one sample as the file's network takes it, such as [1, 28, 28]; if it"
                    + " isn't given, that of the data",
            value = "[]")
        List<Integer> input,
    @Option(help = "names of the file's outputs, in its order: one, or a list", value = "[logits]")
        List<String> outputs,
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
    if (Stream.of(network, stage, use, file).filter(Optional::isPresent).count() != 1) {
      throw new IllegalArgumentException(
          "teacher needs one of network (a network to train), stage (one of the stages), use (a"
              + " teacher service) and file (a trained network)");
    }
  }
}

package dev.coffey.lab.experiment;

import dev.coffey.api.Option;
import dev.coffey.kernel.config.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the teacher comes from: a network that Coffey trains once for all runs ({@code network}), a
 * stage of the experiment ({@code stage}), a teacher service ({@code use}), a file with a trained
 * network ({@code file}), or several ({@code files}).
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
    @Option(help = FileOptions.INPUT) Optional<Settings> input,
    @Option(help = FileOptions.OUTPUTS, value = "[logits]") List<String> outputs,
    @Option(help = FileOptions.RANGE, value = "[]") List<Double> range,
    @Option(
            help =
                "several networks, each from a file; the first has the role teacher, the others"
                    + " teacher.NAME")
        Map<String, FileOptions> files,
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
  /** Checks that there is exactly one source, and that files have usable names. */
  public TeacherOptions {
    long sources =
        Stream.of(network, stage, use, file).filter(Optional::isPresent).count()
            + (files.isEmpty() ? 0 : 1);
    if (sources != 1) {
      throw new IllegalArgumentException(
          "teacher needs one of network (a network to train), stage (one of the stages), use (a"
              + " teacher service), file (a trained network) and files (several)");
    }
    files.keySet().stream()
        .filter(name -> !name.matches("[A-Za-z0-9][A-Za-z0-9_-]*"))
        .forEach(
            name -> {
              throw new IllegalArgumentException(
                  "files: names must be made of letters, digits, '_' and '-', but one is '%s'"
                      .formatted(name));
            });
    if (!files.isEmpty() && (input.isPresent() || !range.isEmpty())) {
      throw new IllegalArgumentException(
          "input, outputs and range are said of each of files, below its name");
    }
  }

  /** What is said of {@code file}. */
  Optional<FileOptions> single() {
    return file.map(path -> new FileOptions(path, input, outputs, range));
  }
}

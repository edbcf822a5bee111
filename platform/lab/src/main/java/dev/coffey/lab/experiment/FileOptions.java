package dev.coffey.lab.experiment;

import dev.coffey.api.Option;
import dev.coffey.kernel.config.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A file with a trained network, and what must be said of it. */
public record FileOptions(
    @Option(
            help =
                "file with a trained network: .onnx, or another ending that an engine reads; a"
                    + " relative path is meant from the experiment file")
        Path file,
    @Option(help = INPUT) Optional<Settings> input,
    @Option(help = OUTPUTS, value = "[logits]") List<String> outputs,
    @Option(help = RANGE, value = "[]") List<Double> range) {
  static final String INPUT =
      "shape of one sample as the file's network takes it, such as [1, 28, 28], or {NAME: shape} if"
          + " it reads another entry of the batch than x, such as {z: [42]}; if it isn't given, that"
          + " of the data";
  static final String OUTPUTS = "names of the file's outputs, in its order: one, or a list";
  static final String RANGE =
      "range of the file's outputs, such as [-1, 1], which is mapped to [0, 1], the range of images"
          + " and masks; if it isn't given, outputs stay as they are";
}

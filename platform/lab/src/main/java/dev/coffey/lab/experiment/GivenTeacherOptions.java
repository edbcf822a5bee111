package dev.coffey.lab.experiment;

import dev.coffey.api.Option;
import dev.coffey.kernel.config.OptionBinder;
import dev.coffey.kernel.config.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the teacher or the judge of a stage comes from; the same keys as those of {@link
 * TeacherOptions}.
 */
public record GivenTeacherOptions(
    @Option(help = "name of the earlier stage whose networks they are") Optional<String> stage,
    @Option(help = "teacher service that brings trained networks: an id, or {id: {options}}")
        Optional<Settings> use,
    @Option(help = "file with a trained network") Optional<Path> file,
    @Option(help = FileOptions.INPUT) Optional<Settings> input,
    @Option(help = FileOptions.OUTPUTS, value = "[logits]") List<String> outputs,
    @Option(help = FileOptions.RANGE, value = "[]") List<Double> range,
    @Option(
            help =
                "several networks, each from a file; the first has the role teacher, the others"
                    + " teacher.NAME")
        Map<String, FileOptions> files) {
  /** As the options of a teacher that isn't trained here; checks that there is one source. */
  TeacherOptions options() {
    return new TeacherOptions(
        Optional.empty(),
        stage,
        use,
        file,
        input,
        outputs,
        range,
        files,
        Optional.empty(),
        new OptionBinder().bind(Settings.empty(), TrainOptions.class),
        1,
        true);
  }
}

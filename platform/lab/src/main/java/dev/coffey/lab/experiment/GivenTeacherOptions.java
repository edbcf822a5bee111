package dev.coffey.lab.experiment;

import dev.coffey.api.Option;
import dev.coffey.kernel.config.OptionBinder;
import dev.coffey.kernel.config.Settings;
import java.nio.file.Path;
import java.util.List;
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
    @Option(help = "shape of one sample as the file's network takes it", value = "[]")
        List<Integer> input,
    @Option(help = "names of the file's outputs", value = "[logits]") List<String> outputs) {
  /** As the options of a teacher that isn't trained here; checks that there is one source. */
  TeacherOptions options() {
    return new TeacherOptions(
        Optional.empty(),
        stage,
        use,
        file,
        input,
        outputs,
        Optional.empty(),
        new OptionBinder().bind(Settings.empty(), TrainOptions.class),
        1,
        true);
  }
}

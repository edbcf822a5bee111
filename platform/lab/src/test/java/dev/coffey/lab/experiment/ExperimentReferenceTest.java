package dev.coffey.lab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffey.kernel.config.OptionHelp;
import dev.coffey.kernel.config.OptionHelp.OptionDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/experiment-reference.md} is made from the option records. To make it anew: {@code mvn
 * -pl platform/lab -am test -Dtest=ExperimentReferenceTest -Dcoffey.docs.update=true
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class ExperimentReferenceTest {
  private static final Path PAGE = Path.of("../../docs/experiment-reference.md");

  @Test
  void thePageSaysWhatTheRecordsSay() throws IOException {
    if (Boolean.getBoolean("coffey.docs.update")) {
      Files.writeString(PAGE, page());
    }
    assertThat(PAGE).content().isEqualTo(page());
  }

  private static String page() {
    return """
        # Experiment files

        An experiment is a YAML, properties or XML file. Layers, lowest first: built-in defaults, the
        installation's `conf/coffey.yaml`, the file, `-D key=value`. `coffey config FILE` prints the
        result and where each value came from. This page is made from the option records; options of
        datasets, networks, losses and metrics are printed by `coffey plugins info ID`.

        %s
        An entry of `compare` is an id or `{id: {…}}`; beside the options of the recipe, method or
        loss it takes `as` (another name in tables), `train` (keys that differ from the
        experiment's) and `data` (a stage's samples to train on). A loss named there stands beside cross-entropy with its `weight`; `weighted-sum`
        takes `losses` and `composers` as a recipe does. Weights are numbers, `linear(a, b)`, `cosine(a, b)`, `ramp-down(a, zeroAt)` or `complement(w)`, functions
        of the share of training that is done.

        A method that works without data never opens the training split; `train.steps-per-epoch` says how
        many steps its epochs have, `train.batch` and `train.samples` mean nothing to it. `train.groups` gives
        networks that a method trains beside the student an optimiser of their own, by the name of their group.

        ## Stages
        `stages` are made first, in their order, each once for all methods and seeds, and kept as artefacts
        under the digest of all that went into them. A stage with `student` trains networks; `method` is
        written like an entry of `compare`. A later stage, or the experiment, has them as its teacher with
        `teacher: {stage: NAME}`. A stage with `composers` and `samples` makes a pool of samples, for which its
        composers may ask the teacher's networks; an entry of `compare` is trained on them with `data: NAME`, or
        together with the experiment's own with `data: {NAME: {share: 0.5}}`. Validation and test splits are
        always the experiment's. `metrics` of such a stage measure the samples while they are made, some with the
        help of a network that sees them, `judge: {stage: NAME}`; both belong to the stage's digest. `tests` names further datasets whose test splits are measured, too.

        ## Recipes
        What a plugin ships as `experiment("id").from("id.yaml")`. In `losses`, `inputs` wires a
        loss's inputs to `student/TAP`, `teacher/TAP` or `batch/NAME`, or a list of such wirings.

        %s"""
        .formatted(table(ExperimentOptions.class), table(RecipeOptions.class));
  }

  private static String table(Class<? extends Record> options) {
    var text =
        new StringBuilder("| key | type | default | range | |\n| --- | --- | --- | --- | --- |\n");
    List<OptionDescription> all = OptionHelp.of(options);
    all.forEach(
        option ->
            text.append(
                "| `%s` | %s | %s | %s | %s |%n"
                    .formatted(
                        option.key(),
                        option.type(),
                        option.defaultText().isEmpty() ? "" : "`" + option.defaultText() + "`",
                        option.range(),
                        option.help().replace("|", "\\|"))));
    return text.toString();
  }
}

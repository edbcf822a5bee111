package dev.coffey.lab.experiment;

import dev.coffey.api.Option;
import dev.coffey.kernel.config.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of a recipe: a method with its published settings, as a plugin ships it. */
public record RecipeOptions(
    @Option(help = "what the method does and where it was published", value = "\"\"") String about,
    @Option(help = "options of the recipe: name: {value: default, help: text}")
        Map<String, Knob> options,
    @Option(help = "method service; the built-in weighted sum of losses if left out")
        Optional<Settings> method,
    @Option(help = "composers every batch goes through, in order") List<Settings> composers,
    @Option(help = "losses of the weighted sum: ids, or {id: {weight, inputs, options}}")
        List<Settings> losses,
    @Option(help = "training options that differ from the experiment's") Optional<Settings> train) {
  /** One option of a recipe; {@code ${name}} stands for its value in the rest of the recipe. */
  public record Knob(
      @Option(help = "default") Settings value,
      @Option(help = "one line for the user", value = "\"\"") String help) {}
}

package dev.coffey.lab.experiment;

import dev.coffey.api.Composer;
import dev.coffey.api.Loss;
import dev.coffey.api.Method;
import dev.coffey.api.Plugin;
import dev.coffey.kernel.catalogue.Catalogue;
import dev.coffey.kernel.catalogue.Leases;
import dev.coffey.kernel.catalogue.RecipeOffer;
import dev.coffey.kernel.config.InvalidInput;
import dev.coffey.kernel.config.OptionBinder;
import dev.coffey.kernel.config.Problem;
import dev.coffey.kernel.config.Problems;
import dev.coffey.kernel.config.Settings;
import dev.coffey.kernel.plugin.RecipeCheck;
import dev.coffey.kernel.plugin.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads a recipe with its own defaults, as an experiment that names it and nothing else would. */
public final class RecipeVerification implements RecipeCheck {
  @Override
  public void check(RecipeOffer recipe, Catalogue catalogue) throws Refusal {
    var problems = new Problems();
    try (Leases leases = catalogue.lease()) {
      RecipeOptions options = options(recipe);
      if (isComplete(options, catalogue)) {
        var name = Settings.of(recipe.id(), recipe.content().originOf(""));
        new MethodReader(leases, catalogue, problems, Settings.empty(), Map.of()).read(name);
      }
    } catch (InvalidInput wrong) {
      problems.addAll(wrong.problems());
    }
    if (!problems.isEmpty()) {
      throw new Refusal(
          "offers a recipe '%s' that does not fit (%s)".formatted(recipe.id(), told(problems)));
    }
  }

  private static RecipeOptions options(RecipeOffer recipe) {
    var binder = new OptionBinder();
    RecipeOptions raw = binder.bind(recipe.content(), RecipeOptions.class);
    Map<String, Settings> defaults = new LinkedHashMap<>();
    raw.options().forEach((key, knob) -> defaults.put(key, knob.value()));
    return binder.bind(recipe.content().interpolate(defaults), RecipeOptions.class);
  }

  /** Whether everything it names is here; what is not may come with another bundle. */
  private static boolean isComplete(RecipeOptions options, Catalogue catalogue) {
    return options.method().stream().allMatch(one -> isHere(Method.class, one, catalogue))
        && all(Composer.class, options.composers(), catalogue)
        && all(Loss.class, options.losses(), catalogue);
  }

  private static <S extends Plugin> boolean all(
      Class<S> kind, List<Settings> entries, Catalogue catalogue) {
    return entries.stream().allMatch(entry -> isHere(kind, entry, catalogue));
  }

  private static <S extends Plugin> boolean isHere(
      Class<S> kind, Settings entry, Catalogue catalogue) {
    return Choice.of(entry, new Problems())
        .map(choice -> catalogue.peek(kind, choice.id()).isPresent())
        .orElse(true); // a malformed entry is told when the recipe is read
  }

  private static String told(Problems problems) {
    return problems.list().stream().map(Problem::toString).collect(Collectors.joining("; "));
  }
}

package dev.coffey.lab.experiment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coffey.api.Composer;
import dev.coffey.api.Loss;
import dev.coffey.api.Method;
import dev.coffey.api.Option;
import dev.coffey.kernel.catalogue.Catalogue;
import dev.coffey.kernel.catalogue.Leases;
import dev.coffey.kernel.catalogue.RecipeOffer;
import dev.coffey.kernel.config.NearestNames;
import dev.coffey.kernel.config.OptionBinder;
import dev.coffey.kernel.config.Origin;
import dev.coffey.kernel.config.Problem;
import dev.coffey.kernel.config.Problems;
import dev.coffey.kernel.config.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Reads one entry of {@code compare}. Its id is a recipe's; or a method's; or {@code weighted-sum},
 * with losses of its own; or a loss's, which then stands beside cross-entropy: {@code focal:
 * {weight: 0.5, gamma: 2}}.
 */
final class MethodReader {
  private static final String HARD_LABELS = "cross-entropy";
  private static final String SUM = "weighted-sum";
  private static final List<String> OF_EVERY_ENTRY = List.of("as", "train", "data");

  private final Leases leases;
  private final Catalogue catalogue;
  private final Problems problems;
  private final Settings train;
  private final Map<String, StagePlan> stages;
  private final OptionBinder binder = new OptionBinder();

  /**
   * Reads entries of one experiment.
   *
   * @param train the experiment's own sub-tree, which an entry's {@code train} overrides
   * @param stages those an entry may take its samples from
   */
  MethodReader(
      Leases leases,
      Catalogue catalogue,
      Problems problems,
      Settings train,
      Map<String, StagePlan> stages) {
    this.stages = stages;
    this.leases = leases;
    this.catalogue = catalogue;
    this.problems = problems;
    this.train = train;
  }

  Optional<MethodPlan> read(Settings entry) {
    return Choice.of(entry, problems).flatMap(this::read);
  }

  private Optional<MethodPlan> read(Choice choice) {
    Optional<RecipeOffer> recipe = leases.recipe(choice.id());
    String label =
        choice.options().has("as")
            ? choice.options().at("as").value().asText()
            : choice.id().replaceAll("@.*", "");
    if (!label.matches("[A-Za-z0-9][A-Za-z0-9._+-]*")) {
      problems.add(
          choice.options().path() + ".as",
          choice.options().originOf("as"),
          "must be made of letters, digits, '.', '_', '+' and '-', but is '" + label + "'");
      return Optional.empty();
    }
    if (recipe.isPresent()) {
      return fromRecipe(label, choice, recipe.get());
    }
    if (choice.id().equals(SUM)) {
      return fromLosses(label, choice);
    }
    if (leases.find(Method.class, choice.id()).isPresent()) {
      return fromMethod(label, choice);
    }
    if (leases.find(Loss.class, choice.id()).isPresent()) {
      return fromLoss(label, choice);
    }
    var known = new TreeSet<>(List.of(SUM));
    catalogue.recipes().forEach(one -> known.add(one.id()));
    catalogue.offers().stream()
        .filter(offer -> offer.kind() == Method.class || offer.kind() == Loss.class)
        .forEach(offer -> known.add(offer.id()));
    problems.add(
        choice.place().path(),
        choice.place().originOf(""),
        "there is no recipe, method or loss '"
            + choice.id()
            + "'"
            + NearestNames.didYouMean(choice.id(), known));
    return Optional.empty();
  }

  private Optional<MethodPlan> fromRecipe(String label, Choice choice, RecipeOffer offer) {
    Optional<RecipeOptions> known = binder.bind(offer.content(), RecipeOptions.class, problems);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Settings> variables = new LinkedHashMap<>();
    known.get().options().forEach((key, knob) -> variables.put(key, knob.value()));
    choice.options().entries().forEach((key, value) -> set(variables, key, value, choice));
    // what is wrong inside the recipe now is so because of this entry
    var inside = new Problems();
    Optional<MethodPlan> plan =
        new MethodReader(leases, catalogue, inside, train, stages)
            .filled(label, choice, offer.content().interpolate(variables));
    inside.list().forEach(problem -> problems.add(broughtBy(choice, offer, problem)));
    return plan;
  }

  private void set(Map<String, Settings> variables, String key, Settings value, Choice choice) {
    if (variables.containsKey(key)) {
      variables.put(key, value);
    } else if (!OF_EVERY_ENTRY.contains(key)) {
      var allowed = new ArrayList<>(variables.keySet());
      allowed.addAll(OF_EVERY_ENTRY);
      problems.add(
          value.path(),
          value.originOf(""),
          "unknown key %s%s %s takes %s"
              .formatted(
                  value.path(), nearest(key, allowed), choice.id(), String.join(", ", allowed)));
    }
  }

  private Optional<MethodPlan> filled(String label, Choice choice, Settings recipe) {
    return binder
        .bind(recipe, RecipeOptions.class, problems)
        .flatMap(
            options ->
                plan(
                    choice,
                    label,
                    options.about(),
                    options.method().flatMap(one -> services().read(Method.class, one)),
                    losses(options.losses()),
                    services().readAll(Composer.class, options.composers()),
                    train(choice, options.train())));
  }

  private static Problem broughtBy(Choice choice, RecipeOffer recipe, Problem problem) {
    if (problem.key().startsWith("train")) {
      return problem; // the experiment's own, or the recipe's: told where it stands
    }
    String recipeFile = recipe.content().originOf("").source();
    boolean ofRecipe = problem.origin().source().equals(recipeFile);
    return new Problem(
        choice.place().path(),
        ofRecipe ? choice.place().originOf("") : problem.origin(),
        "in the recipe, " + problem.key() + " " + problem.message());
  }

  private Optional<MethodPlan> fromMethod(String label, Choice choice) {
    Optional<Resolved<Method>> method = services().read(Method.class, choice, ownOptions(choice));
    return method.isEmpty()
        ? Optional.empty()
        : plan(choice, label, "", method, List.of(), List.of(), train(choice, Optional.empty()));
  }

  private Optional<MethodPlan> fromLosses(String label, Choice choice) {
    return binder
        .bind(ownOptions(choice), SumOptions.class, problems)
        .flatMap(
            options ->
                plan(
                    choice,
                    label,
                    "a weighted sum of losses",
                    Optional.empty(),
                    losses(options.losses()),
                    services().readAll(Composer.class, options.composers()),
                    train(choice, Optional.empty())));
  }

  private Optional<MethodPlan> fromLoss(String label, Choice choice) {
    ObjectNode own = JsonNodeFactory.instance.objectNode();
    own.set(choice.id(), ownOptions(choice).value());
    Origin origin = choice.place().originOf("");
    Settings loss = Settings.of(own, origin);
    Settings labels = Settings.of(JsonNodeFactory.instance.textNode(HARD_LABELS), origin);
    return plan(
        choice,
        label,
        HARD_LABELS + " and " + choice.id(),
        Optional.empty(),
        losses(List.of(labels, loss)),
        List.of(),
        train(choice, Optional.empty()));
  }

  private Optional<MethodPlan> plan(
      Choice choice,
      String label,
      String about,
      Optional<Resolved<Method>> method,
      List<TermPlan> terms,
      List<Resolved<Composer>> composers,
      Optional<TrainOptions> train) {
    Optional<PoolUse> pool = choice.options().has("data") ? pool(choice) : Optional.empty();
    return train.map(
        options -> new MethodPlan(label, about, method, terms, composers, options, pool));
  }

  /** What an entry trains on, if not the experiment's dataset. */
  record PoolOptions(
      @Option(
              help = "share of every batch; the rest comes from the experiment's dataset",
              value = "1",
              min = 0,
              max = 1)
          double share) {
    /** Checks that there is a share. */
    PoolOptions {
      if (share == 0) {
        throw new IllegalArgumentException("share must be above 0; leave data out for no samples");
      }
    }
  }

  private Optional<PoolUse> pool(Choice choice) {
    Settings place = choice.options().at("data");
    return Choice.of(place, problems).flatMap(data -> pool(data, place));
  }

  private Optional<PoolUse> pool(Choice data, Settings place) {
    Optional<StagePlan> stage =
        Optional.ofNullable(stages.get(data.id())).filter(one -> one.samples() > 0);
    if (stage.isEmpty()) {
      var pools = stages.values().stream().filter(one -> one.samples() > 0).map(StagePlan::name);
      services()
          .tell(
              place,
              "there is no stage '%s' that makes samples%s"
                  .formatted(data.id(), NearestNames.didYouMean(data.id(), pools.toList())));
    }
    return stage.flatMap(
        one ->
            binder
                .bind(data.options(), PoolOptions.class, problems)
                .map(options -> new PoolUse(one, options.share())));
  }

  private List<TermPlan> losses(List<Settings> entries) {
    return new TermReader(services(), problems).read(entries);
  }

  private Optional<TrainOptions> train(Choice choice, Optional<Settings> ofRecipe) {
    Settings merged = ofRecipe.map(own -> own.withDefaults(train)).orElse(train);
    if (choice.options().has("train")) {
      merged = choice.options().at("train").withDefaults(merged);
    }
    return binder.bind(merged, TrainOptions.class, problems);
  }

  private static String nearest(String key, List<String> allowed) {
    List<String> names = NearestNames.of(key, allowed);
    return names.isEmpty() ? ";" : ", did you mean " + String.join(" or ", names) + "?";
  }

  private static Settings ownOptions(Choice choice) {
    Settings rest = choice.options();
    for (String key : OF_EVERY_ENTRY) {
      rest = rest.without(key);
    }
    return rest;
  }

  private ServiceReader services() {
    return new ServiceReader(leases, problems);
  }
}

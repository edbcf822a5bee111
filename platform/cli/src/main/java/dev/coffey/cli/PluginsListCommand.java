package dev.coffey.cli;

import dev.coffey.kernel.BundleReport.Status;
import dev.coffey.kernel.Platform;
import dev.coffey.kernel.RunningPlatform;
import dev.coffey.kernel.catalogue.Kinds;
import dev.coffey.kernel.catalogue.Offer;
import dev.coffey.kernel.catalogue.RecipeOffer;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code coffey plugins list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description =
        "Lists every service and recipe, and every bundle with its state, digest and origin.")
final class PluginsListCommand implements Callable<Integer> {
  @Option(names = "--json", description = "prints a JSON document")
  private boolean json;

  @Override
  public Integer call() {
    try (Platform platform = Home.start()) {
      List<Offer> offers = platform.catalogue().offers();
      List<RecipeOffer> recipes = platform.catalogue().recipes();
      List<PluginRow> bundles =
          PluginRow.of(platform.bundles(), RunningPlatform.all(Home.layout()), json);
      if (json) {
        printJson(offers, recipes, bundles);
      } else {
        print(offers, recipes, bundles);
      }
    }
    return 0;
  }

  private static void print(
      List<Offer> offers, List<RecipeOffer> recipes, List<PluginRow> bundles) {
    var services = new Columns().add("KIND", "ID", "VERSION", "BUNDLE", "DIGEST");
    offers.forEach(
        offer ->
            services.add(
                Kinds.nameOf(offer.kind()),
                offer.id(),
                offer.version(),
                offer.bundle(),
                shortened(offer.digest())));
    recipes.forEach(
        recipe ->
            services.add(
                "recipe",
                recipe.id(),
                recipe.version(),
                recipe.bundle(),
                shortened(recipe.digest())));
    services.print(System.out);
    System.out.println();
    var table = new Columns().add("BUNDLE", "VERSION", "STATE", "DIGEST", "FROM");
    bundles.forEach(bundle -> bundle.addTo(table, Home.folder()));
    table.print(System.out);
    bundles.stream().flatMap(PluginRow::sentences).forEach(System.out::println);
  }

  private static void printJson(
      List<Offer> offers, List<RecipeOffer> recipes, List<PluginRow> bundles) {
    var document = Json.mapper().createObjectNode();
    var services = document.putArray("services");
    offers.forEach(
        offer ->
            services
                .addObject()
                .put("kind", Kinds.nameOf(offer.kind()))
                .put("id", offer.id())
                .put("version", offer.version())
                .put("bundle", offer.bundle())
                .put("digest", offer.digest()));
    var list = document.putArray("recipes");
    recipes.forEach(
        recipe ->
            list.addObject()
                .put("id", recipe.id())
                .put("version", recipe.version())
                .put("bundle", recipe.bundle())
                .put("digest", recipe.digest()));
    var all = document.putArray("bundles");
    bundles.forEach(bundle -> all.add(bundle.json()));
    var refused = document.putArray("refused");
    bundles.stream()
        .filter(bundle -> bundle.status() == Status.REFUSED)
        .forEach(
            bundle ->
                refused.addObject().put("path", bundle.path()).put("reason", bundle.remark()));
    Json.print(document);
  }

  private static String shortened(String digest) {
    return digest.substring(0, 12);
  }
}

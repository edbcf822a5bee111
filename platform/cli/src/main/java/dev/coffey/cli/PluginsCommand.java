package dev.coffey.cli;

import dev.coffey.api.Plugin;
import dev.coffey.kernel.BundleReport;
import dev.coffey.kernel.Platform;
import dev.coffey.kernel.catalogue.Offer;
import dev.coffey.kernel.catalogue.RecipeOffer;
import dev.coffey.kernel.config.InvalidInput;
import dev.coffey.kernel.config.NearestNames;
import dev.coffey.kernel.config.OptionHelp;
import dev.coffey.kernel.config.OptionHelp.OptionDescription;
import dev.coffey.kernel.config.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coffey plugins}. */
@Command(
    name = "plugins",
    mixinStandardHelpOptions = true,
    description = "Shows what plugins offer.")
final class PluginsCommand implements Runnable {
  @Override
  public void run() {
    list(false);
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists every service and recipe, and the bundles that were refused.")
  int list(@Option(names = "--json", description = "prints a JSON document") boolean json) {
    try (Platform platform = Home.start()) {
      List<Offer> offers = platform.catalogue().offers();
      List<RecipeOffer> recipes = platform.catalogue().recipes();
      List<BundleReport> refused =
          platform.bundles().stream().filter(bundle -> !bundle.remark().isEmpty()).toList();
      if (json) {
        var document = Json.mapper().createObjectNode();
        var services = document.putArray("services");
        offers.forEach(
            offer ->
                services
                    .addObject()
                    .put("kind", kind(offer.kind()))
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
        var bad = document.putArray("refused");
        refused.forEach(
            bundle ->
                bad.addObject()
                    .put("path", bundle.path().toString())
                    .put("reason", bundle.remark()));
        Json.print(document);
      } else {
        var table = new Columns().add("KIND", "ID", "VERSION", "BUNDLE", "DIGEST");
        offers.forEach(
            offer ->
                table.add(
                    kind(offer.kind()),
                    offer.id(),
                    offer.version(),
                    offer.bundle(),
                    shortened(offer.digest())));
        recipes.forEach(
            recipe ->
                table.add(
                    "recipe",
                    recipe.id(),
                    recipe.version(),
                    recipe.bundle(),
                    shortened(recipe.digest())));
        table.print(System.out);
        refused.forEach(
            bundle ->
                System.out.println(
                    bundle.status().name().toLowerCase(Locale.ROOT)
                        + ": "
                        + bundle.path()
                        + ": "
                        + bundle.remark()));
      }
    }
    return 0;
  }

  @Command(
      name = "info",
      mixinStandardHelpOptions = true,
      description = "Explains a service or recipe and its options.")
  int info(
      @Parameters(paramLabel = "ID", description = "id of a service or recipe") String id,
      @Option(names = "--json", description = "prints a JSON document") boolean json) {
    try (Platform platform = Home.start()) {
      List<PluginInfo> found = new ArrayList<>();
      for (Offer offer : platform.catalogue().offers()) {
        if (offer.id().equals(id)) {
          found.add(service(platform, offer));
        }
      }
      platform.catalogue().recipes().stream()
          .filter(recipe -> recipe.id().equals(id))
          .forEach(recipe -> found.add(recipe(recipe)));
      if (found.isEmpty()) {
        var known = new TreeSet<String>();
        platform.catalogue().offers().forEach(offer -> known.add(offer.id()));
        platform.catalogue().recipes().forEach(recipe -> known.add(recipe.id()));
        throw new InvalidInput(
            "there is no service or recipe '%s'%s"
                .formatted(id, NearestNames.didYouMean(id, known)));
      }
      if (json) {
        Json.print(found);
      } else {
        found.forEach(PluginInfo::print);
      }
    }
    return 0;
  }

  private static PluginInfo service(Platform platform, Offer offer) {
    Class<? extends Record> options =
        platform
            .catalogue()
            .peek(offer.kind(), offer.id())
            .map(Plugin.class::cast)
            .orElseThrow()
            .options();
    return new PluginInfo(
        kind(offer.kind()),
        offer.id(),
        offer.version(),
        offer.bundle(),
        offer.digest(),
        "",
        OptionHelp.of(options));
  }

  private static PluginInfo recipe(RecipeOffer recipe) {
    Settings content = recipe.content();
    var options = new ArrayList<OptionDescription>();
    if (content.has("options")) {
      content
          .at("options")
          .entries()
          .forEach(
              (key, knob) ->
                  options.add(
                      new OptionDescription(
                          key,
                          knob.at("value")
                              .value()
                              .getNodeType()
                              .toString()
                              .toLowerCase(Locale.ROOT),
                          knob.at("value").value().asText(),
                          "",
                          knob.has("help") ? knob.at("help").value().asText() : "")));
    }
    String about = content.has("about") ? content.at("about").value().asText() : "";
    return new PluginInfo(
        "recipe", recipe.id(), recipe.version(), recipe.bundle(), recipe.digest(), about, options);
  }

  static String kind(Class<?> kind) {
    return kind.getSimpleName().toLowerCase(Locale.ROOT);
  }

  private static String shortened(String digest) {
    return digest.substring(0, 12);
  }
}

package dev.coffey.cli;

import dev.coffey.api.Plugin;
import dev.coffey.kernel.Platform;
import dev.coffey.kernel.catalogue.Kinds;
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
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coffey plugins info ID}. */
@Command(
    name = "info",
    mixinStandardHelpOptions = true,
    description = "Explains a service or recipe and its options.")
final class PluginsInfoCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", description = "id of a service or recipe")
  private String id;

  @Option(names = "--json", description = "prints a JSON document")
  private boolean json;

  @Override
  public Integer call() {
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
        Kinds.nameOf(offer.kind()),
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
}

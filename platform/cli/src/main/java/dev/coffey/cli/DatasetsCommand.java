package dev.coffey.cli;

import dev.coffey.api.Dataset;
import dev.coffey.kernel.Platform;
import dev.coffey.kernel.catalogue.Offer;
import dev.coffey.kernel.config.LayeredConfiguration;
import dev.coffey.kernel.config.Settings;
import dev.coffey.lab.DatasetCheck;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coffey datasets}. */
@Command(
    name = "datasets",
    mixinStandardHelpOptions = true,
    description = "Shows datasets and whether they are there.")
final class DatasetsCommand implements Runnable {
  @Override
  public void run() {
    list(false);
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the datasets that plugins offer.")
  int list(@Option(names = "--json", description = "prints a JSON document") boolean json) {
    try (Platform platform = Home.start()) {
      List<Offer> offers =
          platform.catalogue().offers().stream()
              .filter(offer -> offer.kind() == Dataset.class)
              .toList();
      if (json) {
        var document = Json.mapper().createArrayNode();
        offers.forEach(
            offer -> document.addObject().put("id", offer.id()).put("version", offer.version()));
        Json.print(document);
      } else {
        offers.forEach(offer -> System.out.println(offer.id()));
      }
    }
    return 0;
  }

  @Command(
      name = "fetch",
      mixinStandardHelpOptions = true,
      description =
          "Opens all splits of a dataset and checks them; says how to get it if it isn't there.")
  int fetch(
      @Parameters(paramLabel = "NAME", description = "id of a dataset") String name,
      @Option(
              names = "-D",
              paramLabel = "KEY=VALUE",
              description = "an option of the dataset, such as -D folder=/data/digits")
          Map<String, String> given,
      @Option(names = "--json", description = "prints a JSON document") boolean json) {
    Map<String, String> overrides = given == null ? new LinkedHashMap<>() : given;
    var builder = LayeredConfiguration.builder();
    overrides.forEach(builder::override);
    Settings options = overrides.isEmpty() ? Settings.empty() : builder.load();
    try (Platform platform = Home.start()) {
      var splits = DatasetCheck.of(platform, name, options);
      if (json) {
        Json.print(splits);
      } else {
        var table = new Columns().add("SPLIT", "SAMPLES", "CLASSES", "INPUT", "DIGEST");
        splits.forEach(
            split ->
                table.add(
                    split.split(),
                    "%,d".formatted(split.samples()),
                    Integer.toString(split.classes()),
                    split.input(),
                    split.digest().substring(0, 12)));
        table.print(System.out);
      }
    }
    return 0;
  }
}

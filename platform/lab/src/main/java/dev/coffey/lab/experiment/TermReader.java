package dev.coffey.lab.experiment;

import dev.coffey.api.Loss;
import dev.coffey.kernel.config.Problems;
import dev.coffey.kernel.config.Settings;
import dev.coffey.lab.method.Weight;
import dev.coffey.lab.method.Wiring;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Reads the entries of {@code losses}: {@code {id: {weight, inputs, the loss's own options}}}. */
final class TermReader {
  private final ServiceReader services;
  private final Problems problems;

  TermReader(ServiceReader services, Problems problems) {
    this.services = services;
    this.problems = problems;
  }

  List<TermPlan> read(List<Settings> entries) {
    var terms = new ArrayList<TermPlan>();
    for (Settings entry : entries) {
      Choice.of(entry, problems).flatMap(choice -> read(choice, terms)).ifPresent(terms::add);
    }
    return terms;
  }

  private Optional<TermPlan> read(Choice choice, List<TermPlan> before) {
    Settings options = choice.options();
    Optional<Weight> weight = weight(options);
    return services
        .read(Loss.class, choice, options.without("weight").without("inputs"))
        .flatMap(
            loss -> {
              List<Wiring> wirings = wirings(options, loss.service());
              return weight.map(
                  value -> new TermPlan(name(loss.offer().id(), before), loss, value, wirings));
            });
  }

  private Optional<Weight> weight(Settings options) {
    if (!options.has("weight")) {
      return Optional.of(Weight.parse("1"));
    }
    try {
      return Optional.of(Weight.parse(options.at("weight").value().asText()));
    } catch (IllegalArgumentException e) {
      services.tell(options.at("weight"), e.getMessage());
      return Optional.empty();
    }
  }

  private List<Wiring> wirings(Settings options, Loss loss) {
    if (!options.has("inputs")) {
      return List.of(new Wiring(loss.inputs()));
    }
    Settings inputs = options.at("inputs");
    List<Settings> maps = inputs.value().isArray() ? inputs.items() : List.of(inputs);
    var wirings = new ArrayList<Wiring>();
    for (Settings map : maps) {
      var sources = new LinkedHashMap<>(loss.inputs());
      map.entries()
          .forEach(
              (input, source) -> {
                if (sources.containsKey(input)) {
                  sources.put(input, source.value().asText());
                } else {
                  services.tell(
                      source,
                      "unknown input "
                          + input
                          + "; the loss reads "
                          + String.join(", ", loss.inputs().keySet()));
                }
              });
      try {
        wirings.add(new Wiring(sources));
      } catch (IllegalArgumentException e) {
        services.tell(map, e.getMessage());
      }
    }
    return wirings;
  }

  private static String name(String id, List<TermPlan> before) {
    long same = before.stream().filter(term -> term.loss().offer().id().equals(id)).count();
    return same == 0 ? id : id + "-" + (same + 1);
  }
}

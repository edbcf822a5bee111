package dev.coffey.lab.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.coffey.lab.experiment.Experiment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a report says about where its figures come from. */
public final class Provenance {
  private static final ObjectWriter WRITER = new ObjectMapper().writerWithDefaultPrettyPrinter();

  private Provenance() {}

  /** Title → text, for {@code experiment} with {@code runs}. */
  public static Map<String, String> of(Experiment experiment, List<EndedRun> runs) {
    var sections = new LinkedHashMap<String, String>();
    sections.put("Configuration", json(experiment.settings().value()));
    if (!runs.isEmpty()) {
      RunRecord first = runs.get(0).record();
      sections.put("Engine", first.engine() + ", Coffey " + first.coffey());
      sections.put("Machine", json(first.machine()));
      sections.put("Data", json(first.data()));
    }
    var plugins = new StringBuilder();
    runs.stream()
        .flatMap(run -> run.record().plugins().stream())
        .distinct()
        .forEach(
            plugin ->
                plugins.append(
                    "%-10s %-16s %-24s %s%n"
                        .formatted(
                            plugin.kind(),
                            plugin.id(),
                            plugin.bundle() + " " + plugin.version(),
                            plugin.digest())));
    sections.put("Plugins", plugins.toString());
    var swaps = new StringBuilder();
    runs.forEach(
        run ->
            run.record()
                .swaps()
                .forEach(
                    swap ->
                        swaps.append(
                            "%s after epoch %d: %s %s, from %s %s to %s %s%n"
                                .formatted(
                                    run.folder().path().getFileName(),
                                    swap.epoch(),
                                    swap.to().kind(),
                                    swap.to().id(),
                                    swap.from().version(),
                                    swap.from().digest(),
                                    swap.to().version(),
                                    swap.to().digest()))));
    if (!swaps.isEmpty()) {
      sections.put("Versions exchanged", swaps.toString());
    }
    var records = new StringBuilder();
    runs.forEach(
        run ->
            records.append(
                "%s  digest %s  student %s%n"
                    .formatted(
                        run.folder().path().getFileName(),
                        run.record().digest(),
                        run.record().student())));
    sections.put("Runs", records.toString());
    return sections;
  }

  private static String json(Object value) {
    try {
      return WRITER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + value, e);
    }
  }
}

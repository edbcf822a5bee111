package dev.coffey.lab.report;

import static java.util.Objects.requireNonNull;

import dev.coffey.lab.result.Results;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All a report shows.
 *
 * @param results tables, differences, cost, failures
 * @param curves learning curves of all runs
 * @param provenance title → text, in order: resolved configuration, plugins, machine, command
 * @param pictures what runs showed; may be empty
 */
public record ReportData(
    Results results,
    List<Curve> curves,
    Map<String, String> provenance,
    List<PictureStrip> pictures) {
  /** Checks that nothing is missing. */
  public ReportData {
    requireNonNull(results, "results is null");
    curves = List.copyOf(curves);
    provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
    pictures = List.copyOf(pictures);
  }
}

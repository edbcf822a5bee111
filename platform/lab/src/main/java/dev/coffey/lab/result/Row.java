package dev.coffey.lab.result;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One method of a comparison.
 *
 * @param method its label, unique in the table
 * @param metrics figures of the last epoch's student on the test split, in the experiment's order;
 *     details have a slash in their name
 * @param best the same of the student that was best on validation
 * @param cost what it took
 * @param runs all runs, {@code METHOD/seed-N}, in the order of the seeds, failed ones too
 * @param failures the runs that failed
 */
public record Row(
    String method,
    Map<String, Summary> metrics,
    Map<String, Summary> best,
    Cost cost,
    List<String> runs,
    List<Failure> failures) {
  /** Checks that nothing is missing. */
  public Row {
    requireNonNull(method, "method is null");
    requireNonNull(cost, "cost is null");
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    best = Collections.unmodifiableMap(new LinkedHashMap<>(best));
    runs = List.copyOf(runs);
    failures = List.copyOf(failures);
  }

  /** The runs that did not fail: the n-th value of every summary belongs to the n-th of these. */
  public List<String> succeeded() {
    Set<String> failed = failures.stream().map(Failure::run).collect(Collectors.toSet());
    return runs.stream().filter(run -> !failed.contains(run)).toList();
  }
}

package dev.coffey.lab.result;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the results of several experiments into one table. */
public final class MergedResults {
  private static final int DIGEST_LENGTH = 8;

  private final List<Part> parts;
  private final boolean sameData;
  private final boolean sameTeacher;

  private MergedResults(List<Part> parts) {
    this.parts = parts;
    sameData = parts.stream().map(part -> part.results().data().digest()).distinct().count() <= 1;
    sameTeacher = teachers().map(TeacherFacts::digest).distinct().count() <= 1;
  }

  /**
   * One experiment's results.
   *
   * @param name what tells it from the others, such as its folder
   * @param results what it found
   */
  public record Part(String name, Results results) {
    /** Checks that nothing is missing. */
    public Part {
      requireNonNull(name, "name is null");
      requireNonNull(results, "results are null");
    }
  }

  /**
   * All rows and differences of {@code parts}. A method that occurs in several parts is labelled
   * {@code METHOD (PART)}; runs get their part's name in front. An experiment without a teacher
   * goes with any teacher.
   *
   * @param allowDifferent put rows of different data or teachers into one table, and mark each with
   *     what it has
   * @throws IncomparableResults if data or teachers differ and {@code allowDifferent} is false
   * @throws IllegalArgumentException if there are no parts
   */
  public static Results of(List<Part> parts, boolean allowDifferent) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("there are no results to compare");
    }
    if (parts.size() == 1) {
      return parts.get(0).results();
    }
    var merged = new MergedResults(List.copyOf(parts));
    if (!allowDifferent) {
      merged.refuseDifferent();
    }
    return merged.results();
  }

  private void refuseDifferent() {
    if (!sameData) {
      throw new IncomparableResults(refusal("data", part -> data(part.results())));
    }
    if (!sameTeacher) {
      throw new IncomparableResults(refusal("teachers", part -> teacher(part.results())));
    }
  }

  private String refusal(String what, Function<Part, String> facts) {
    return "these results have different %s and can't stand in one table unless that is allowed: %s"
        .formatted(
            what,
            parts.stream()
                .map(part -> part.name() + " has " + facts.apply(part))
                .collect(Collectors.joining(", ")));
  }

  private Results results() {
    List<Row> rows = new ArrayList<>();
    List<Difference> differences = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Part part : parts) {
      var labels = new Labels(part, taken);
      part.results().rows().forEach(row -> rows.add(labels.row(row)));
      part.results().differences().forEach(one -> differences.add(labels.difference(one)));
    }
    return new Results(
        joined(part -> part.results().experiment()),
        joined(part -> part.results().engine()),
        parts.stream().flatMap(part -> part.results().seeds().stream()).distinct().toList(),
        sameData
            ? parts.get(0).results().data()
            : new DataFacts(joined(part -> part.results().data().dataset()), "different"),
        sameTeacher ? teachers().findFirst() : Optional.empty(),
        rows,
        differences);
  }

  private String joined(Function<Part, String> text) {
    return parts.stream().map(text).distinct().collect(Collectors.joining(", "));
  }

  private Stream<TeacherFacts> teachers() {
    return parts.stream().flatMap(part -> part.results().teacher().stream());
  }

  private boolean isShared(String method) {
    return parts.stream()
            .filter(
                part -> part.results().rows().stream().anyMatch(row -> row.method().equals(method)))
            .count()
        > 1;
  }

  private String mark(Results results) {
    List<String> marks = new ArrayList<>();
    if (!sameData) {
      marks.add("data " + data(results));
    }
    if (!sameTeacher) {
      marks.add("teacher " + teacher(results));
    }
    return marks.isEmpty() ? "" : " [" + String.join(", ", marks) + "]";
  }

  private static String data(Results results) {
    return results.data().dataset() + " " + shortened(results.data().digest());
  }

  private static String teacher(Results results) {
    return results
        .teacher()
        .map(teacher -> teacher.network() + " " + shortened(teacher.digest()))
        .orElse("none");
  }

  private static String shortened(String digest) {
    return digest.substring(0, Math.min(DIGEST_LENGTH, digest.length()));
  }

  /** Names rows and runs of one part so that they stay distinct beside the other parts'. */
  private final class Labels {
    private final Part part;
    private final Map<String, String> labels = new HashMap<>();

    Labels(Part part, Set<String> taken) {
      this.part = part;
      for (Row row : part.results().rows()) {
        labels.put(row.method(), unique(label(row.method()), taken));
      }
    }

    private String label(String method) {
      String place = isShared(method) ? " (" + part.name() + ")" : "";
      return method + place + mark(part.results());
    }

    private static String unique(String label, Set<String> taken) {
      String candidate = label;
      for (int number = 2; !taken.add(candidate); number++) {
        candidate = label + " #" + number;
      }
      return candidate;
    }

    Row row(Row row) {
      return new Row(
          labels.get(row.method()),
          row.metrics(),
          row.best(),
          row.cost(),
          row.runs().stream().map(this::run).toList(),
          row.failures().stream()
              .map(failure -> new Failure(run(failure.run()), failure.message()))
              .toList());
    }

    Difference difference(Difference one) {
      return new Difference(
          labels.getOrDefault(one.method(), one.method()),
          labels.getOrDefault(one.baseline(), one.baseline()),
          one.metric(),
          one.mean(),
          one.low(),
          one.high(),
          one.values());
    }

    private String run(String run) {
      return part.name() + "/" + run;
    }
  }
}

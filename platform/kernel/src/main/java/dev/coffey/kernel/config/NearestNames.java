package dev.coffey.kernel.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what somebody who misspelt a name may have meant. */
public final class NearestNames {
  private static final int MOST = 3;
  private static final double ALIKE = 0.87;

  private NearestNames() {}

  /**
   * The candidates nearest to {@code name}, nearest first, at most three: those that a few typing
   * errors (one in three letters) lead to, and those that begin the same. Letter case is ignored.
   */
  public static List<String> of(String name, Collection<String> candidates) {
    return candidates.stream()
        .distinct()
        .map(candidate -> Neighbour.of(name, candidate))
        .filter(Neighbour::isNear)
        .sorted(
            Comparator.comparingInt(Neighbour::edits)
                .thenComparing(Comparator.comparingDouble(Neighbour::similarity).reversed())
                .thenComparing(Neighbour::candidate))
        .limit(MOST)
        .map(Neighbour::candidate)
        .toList();
  }

  /** {@code "; did you mean a, b or c?"}, or nothing if no candidate is near. */
  public static String didYouMean(String name, Collection<String> candidates) {
    List<String> nearest = of(name, candidates);
    return nearest.isEmpty() ? "" : "; did you mean " + either(nearest) + "?";
  }

  /** {@code "a, b or c"}. */
  static String either(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
  }

  private record Neighbour(
      String candidate, int edits, double similarity, int shorter, int longer) {
    static Neighbour of(String name, String candidate) {
      String left = name.toLowerCase(Locale.ROOT);
      String right = candidate.toLowerCase(Locale.ROOT);
      return new Neighbour(
          candidate,
          LevenshteinDistance.getDefaultInstance().apply(left, right),
          new JaroWinklerSimilarity().apply(left, right),
          Math.min(left.length(), right.length()),
          Math.max(left.length(), right.length()));
    }

    boolean isNear() {
      boolean fewEdits = edits < longer && edits <= Math.max(1, longer / 3);
      return fewEdits || (shorter > 2 && similarity >= ALIKE);
    }
  }
}

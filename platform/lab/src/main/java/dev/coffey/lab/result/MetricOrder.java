package dev.coffey.lab.result;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Order of figures: as the experiment lists its metrics, each headline before its details ({@code
 * confusion/3/5}), details by their parts, numbers by value; what the experiment doesn't list comes
 * last.
 */
record MetricOrder(List<String> metrics) implements Comparator<String> {
  MetricOrder {
    metrics = List.copyOf(metrics);
  }

  static boolean isHeadline(String name) {
    return name.indexOf('/') < 0;
  }

  List<String> sort(Collection<String> names) {
    return names.stream().distinct().sorted(this).toList();
  }

  @Override
  public int compare(String first, String second) {
    String[] left = first.split("/", -1);
    String[] right = second.split("/", -1);
    int byList = Integer.compare(place(left[0]), place(right[0]));
    return byList != 0 ? byList : compareParts(left, right);
  }

  private int place(String metric) {
    int index = metrics.indexOf(metric);
    return index < 0 ? Integer.MAX_VALUE : index;
  }

  private static int compareParts(String[] left, String[] right) {
    for (int i = 0; i < Math.min(left.length, right.length); i++) {
      int order = comparePart(left[i], right[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.length, right.length);
  }

  private static int comparePart(String left, String right) {
    boolean numbers = isNumber(left) && isNumber(right);
    int byLength = numbers ? Integer.compare(left.length(), right.length()) : 0;
    return byLength != 0 ? byLength : left.compareTo(right);
  }

  private static boolean isNumber(String part) {
    return !part.isEmpty() && part.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}

package dev.coffey.plugins.skdcgn;

import java.util.EnumSet;
import java.util.List;

/**
 * Which mechanisms a student has, and the roles of their networks. Whatever the order they are
 * listed in, the first of shape, texture and background has the role {@code student}, the others
 * {@code student.texture} and {@code student.background}. A teacher always has all three: {@code
 * teacher}, {@code teacher.texture}, {@code teacher.background}.
 *
 * @param mechanisms in the order shape, texture, background
 */
record Cast(List<Mechanism> mechanisms) {
  /**
   * Puts them in order.
   *
   * @throws IllegalArgumentException if there is none, or one is listed twice
   */
  Cast {
    if (mechanisms.isEmpty()) {
      throw new IllegalArgumentException("mechanisms must name at least one, but is empty");
    }
    var ordered = EnumSet.copyOf(mechanisms);
    if (ordered.size() != mechanisms.size()) {
      throw new IllegalArgumentException(
          "mechanisms must name each one once, but is " + mechanisms);
    }
    mechanisms = List.copyOf(ordered);
  }

  /** Role of the student's network for {@code mechanism}. */
  String student(Mechanism mechanism) {
    return mechanism == mechanisms.get(0) ? "student" : "student." + mechanism.id();
  }

  /** Role of the teacher's network for {@code mechanism}. */
  static String teacher(Mechanism mechanism) {
    return mechanism == Mechanism.SHAPE ? "teacher" : "teacher." + mechanism.id();
  }
}

package dev.coffey.plugins.skdcgn;

import dev.coffey.api.Network;
import dev.coffey.api.Run;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;

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

  /** Builds the student's networks, each the generator that {@code generators} says. */
  List<Network> build(Run run, Function<Mechanism, Generator> generators) {
    return mechanisms.stream()
        .map(mechanism -> generators.apply(mechanism).build(run, student(mechanism), mechanism))
        .toList();
  }
}

package dev.coffey.nn;

import java.util.stream.Stream;

/**
 * What the roles and buffers that a plugin names are called in the run.
 *
 * @param recast whether networks that it builds as a student or teacher play the part {@code scope}
 */
record Naming(String scope, boolean recast) {
  static final String STUDENT = "student";
  static final String TEACHER = "teacher";

  /** The run's name of a role. */
  String role(String name) {
    if (recast) {
      var own = Stream.of(STUDENT, TEACHER).filter(part -> isPart(part, name)).findFirst();
      if (own.isPresent()) {
        return scope + name.substring(own.get().length());
      }
    }
    return scope.equals(STUDENT) || scope.equals(TEACHER) ? name : scope + "/" + name;
  }

  private static boolean isPart(String part, String name) {
    return name.equals(part) || name.startsWith(part + ".");
  }

  /** The run's name of a buffer. */
  String buffer(String name) {
    return scope + "/" + name;
  }
}

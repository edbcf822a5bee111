package dev.coffey.nn;

/** What the roles and buffers that a plugin names are called in the run. */
record Naming(String scope, boolean asTeacher) {
  static final String STUDENT = "student";
  static final String TEACHER = "teacher";

  /** The run's name of a role. */
  String role(String name) {
    if (asTeacher) {
      return name.equals(STUDENT) || name.startsWith(STUDENT + ".")
          ? TEACHER + name.substring(STUDENT.length())
          : name;
    }
    return scope.equals(STUDENT) || scope.equals(TEACHER) ? name : scope + "/" + name;
  }

  /** The run's name of a buffer. */
  String buffer(String name) {
    return scope + "/" + name;
  }
}

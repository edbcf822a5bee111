package dev.coffey.lab.run;

import dev.coffey.lab.method.TeacherCache;

/**
 * A teacher that was trained for an experiment.
 *
 * @param weights none if there is none, or a service brings it
 * @param cache what it said so far, shared by all runs
 */
record TaughtTeacher(NetworkBytes weights, TeacherCache cache) {
  static TaughtTeacher of(NetworkBytes weights) {
    return new TaughtTeacher(weights, new TeacherCache());
  }

  static TaughtTeacher none() {
    return of(NetworkBytes.none());
  }
}

package dev.coffey.lab.run;

import dev.coffey.lab.method.TeacherCache;
import java.util.Optional;

/**
 * What stages made for a run.
 *
 * @param weights of the teacher; none if there is none, or a service brings it
 * @param cache what the teacher said so far, shared by all runs
 * @param pool samples to train on, if a stage makes them
 */
record TaughtTeacher(NetworkBytes weights, TeacherCache cache, Optional<SamplePool> pool) {
  static TaughtTeacher of(NetworkBytes weights) {
    return new TaughtTeacher(weights, new TeacherCache(), Optional.empty());
  }

  TaughtTeacher with(SamplePool samples) {
    return new TaughtTeacher(weights, cache, Optional.of(samples));
  }

  static TaughtTeacher none() {
    return of(NetworkBytes.none());
  }
}

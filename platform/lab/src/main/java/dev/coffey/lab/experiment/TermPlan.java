package dev.coffey.lab.experiment;

import dev.coffey.api.Loss;
import dev.coffey.lab.method.Weight;
import dev.coffey.lab.method.Wiring;
import java.util.List;

/**
 * One entry of a method's {@code losses}.
 *
 * @param name unique in the method
 * @param wirings one term is opened for each
 */
public record TermPlan(String name, Resolved<Loss> loss, Weight weight, List<Wiring> wirings) {
  /** Whether any term reads the teacher. */
  boolean readsTeacher() {
    return wirings.stream().anyMatch(Wiring::readsTeacher);
  }
}

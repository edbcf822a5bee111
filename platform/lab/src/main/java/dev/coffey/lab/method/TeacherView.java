package dev.coffey.lab.method;

import dev.coffey.api.Tensors;

/** What the teachers say of a batch. */
@FunctionalInterface
public interface TeacherView {
  /**
   * {@code all} with the teachers' outputs on {@code batch}, under {@code teacher/TAP}. Called
   * without recording.
   */
  Tensors add(Tensors all, Tensors batch);
}

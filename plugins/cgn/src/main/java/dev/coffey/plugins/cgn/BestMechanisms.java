package dev.coffey.plugins.cgn;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Keeps the mechanisms as they were at the end of the window of steps whose mean style loss was
 * lowest: adversarial training may diverge, and the last steps needn't be the best.
 */
final class BestMechanisms {
  private final Mechanisms current;
  private final Mechanisms kept;
  private final int window;
  private double sum;
  private int count;
  private double best = Double.POSITIVE_INFINITY;

  /** {@code window}: steps. The copies are networks of the run, and so part of its checkpoints. */
  BestMechanisms(Mechanisms current, int window) {
    this.current = current;
    this.kept = current.shadow();
    this.window = window;
  }

  /** Takes note of the style loss of the step just done. Not inside an update. */
  void note(double style) {
    sum += style;
    count++;
    if (count == window) {
      double mean = sum / count;
      if (mean < best) {
        best = mean;
        kept.copy(current);
      }
      sum = 0;
      count = 0;
    }
  }

  /** Puts the best in the place of the current ones; those stay if no window is complete. */
  void restore() {
    if (best < Double.POSITIVE_INFINITY) {
      current.copy(kept);
    }
  }

  /** Writes where it stands. The stream stays open. */
  void save(OutputStream out) throws IOException {
    var data = new DataOutputStream(out);
    data.writeDouble(sum);
    data.writeInt(count);
    data.writeDouble(best);
  }

  /** Takes over what {@link #save} wrote. */
  void load(InputStream in) throws IOException {
    var data = new DataInputStream(in);
    sum = data.readDouble();
    count = data.readInt();
    best = data.readDouble();
  }
}

package dev.coffey.lab.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Hands the state in a plugin's fields to the version that takes its place. */
final class State {
  private State() {}

  /** Writes state. */
  interface Saving {
    void to(OutputStream out) throws IOException;
  }

  /** Reads state. */
  interface Loading {
    void from(InputStream in) throws IOException;
  }

  static void hand(Saving former, Loading next) throws IOException {
    var out = new ByteArrayOutputStream();
    former.to(out);
    var in = new ByteArrayInputStream(out.toByteArray());
    next.from(in);
    if (in.available() > 0) {
      throw new IOException(
          "it left %d of the %d bytes of the former version's state unread"
              .formatted(in.available(), out.size()));
    }
  }
}

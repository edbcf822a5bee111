package dev.coffey.lab.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * The bytes of a checkpoint: where the run stands, and one section for everything that has state.
 *
 * @param position where to go on
 * @param seconds time the run has taken so far
 * @param resumed steps at which it was resumed before
 */
record Snapshot(Position position, double seconds, List<Long> resumed) {
  private static final int FORMAT = 1;

  /** Something with state. */
  interface Part {
    State.Saving saving();

    State.Loading loading();

    static Part of(State.Saving saving, State.Loading loading) {
      return new Part() {
        @Override
        public State.Saving saving() {
          return saving;
        }

        @Override
        public State.Loading loading() {
          return loading;
        }
      };
    }
  }

  byte[] write(List<Part> parts) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeInt(FORMAT);
      out.writeInt(position.epoch());
      out.writeLong(position.step());
      out.writeDouble(seconds);
      out.writeInt(resumed.size());
      for (long step : resumed) {
        out.writeLong(step);
      }
      out.writeInt(parts.size());
      for (Part part : parts) {
        var section = new ByteArrayOutputStream();
        part.saving().to(section);
        out.writeInt(section.size());
        section.writeTo(out);
      }
    }
    return bytes.toByteArray();
  }

  /** Reads what {@link #write} wrote; {@code parts} are those of a run that was opened alike. */
  static Snapshot read(byte[] content, List<Part> parts) throws IOException {
    try (var in = new DataInputStream(new ByteArrayInputStream(content))) {
      int format = in.readInt();
      if (format != FORMAT) {
        throw new IOException("it has the format %d, not %d".formatted(format, FORMAT));
      }
      var position = new Position(in.readInt(), in.readLong());
      double seconds = in.readDouble();
      var resumed = new Long[in.readInt()];
      for (int i = 0; i < resumed.length; i++) {
        resumed[i] = in.readLong();
      }
      int count = in.readInt();
      if (count != parts.size()) {
        throw new IOException("it has %d parts, the run has %d".formatted(count, parts.size()));
      }
      for (Part part : parts) {
        var section = new ByteArrayInputStream(in.readNBytes(in.readInt()));
        part.loading().from(section);
        if (section.available() > 0) {
          throw new IOException("%d bytes of a part were not read".formatted(section.available()));
        }
      }
      return new Snapshot(position, seconds, List.of(resumed));
    }
  }
}

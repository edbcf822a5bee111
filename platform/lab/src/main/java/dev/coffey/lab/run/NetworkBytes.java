package dev.coffey.lab.run;

import dev.coffey.api.Network;
import dev.coffey.lab.store.ContentDigest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The weights of all networks of a teacher or student, in their order, as the bytes of a file. */
final class NetworkBytes {
  private final byte[] bytes;

  private NetworkBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** No weights: networks keep their initial ones. */
  static NetworkBytes none() {
    return new NetworkBytes(new byte[0]);
  }

  /** What {@link #writeTo} wrote. */
  static NetworkBytes read(byte[] file) {
    return new NetworkBytes(file.clone());
  }

  /** The weights of {@code networks} as they are now. */
  static NetworkBytes of(List<Network> networks) {
    var collected = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(collected)) {
      out.writeInt(networks.size());
      for (Network network : networks) {
        network.save(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new NetworkBytes(collected.toByteArray());
  }

  /** Gives {@code networks} these weights; does nothing if there are none. */
  void loadInto(List<Network> networks) {
    if (bytes.length == 0) {
      return;
    }
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int count = in.readInt();
      if (count != networks.size()) {
        throw new IOException(
            "the file holds %d networks, %d were expected".formatted(count, networks.size()));
      }
      for (Network network : networks) {
        network.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot load the network: " + e.getMessage(), e);
    }
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes);
  }

  String sha256() {
    return ContentDigest.of(bytes);
  }
}

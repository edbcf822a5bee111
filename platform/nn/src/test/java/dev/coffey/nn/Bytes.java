package dev.coffey.nn;

import dev.coffey.api.Network;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What a network or workspace writes, for comparison byte by byte. */
final class Bytes {
  private Bytes() {}

  static byte[] of(Network network) {
    var out = new ByteArrayOutputStream();
    try {
      network.save(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  static byte[] of(Workspace workspace) {
    var out = new ByteArrayOutputStream();
    try {
      workspace.save(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  static ByteArrayInputStream stream(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }
}

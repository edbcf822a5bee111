package dev.coffey.lab.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coffey.kernel.config.Origin;
import dev.coffey.kernel.config.Settings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 digests, in lower-case hexadecimal. */
public final class ContentDigest {
  private ContentDigest() {}

  /** Digest of a tree, whatever the order of its keys. */
  public static String of(JsonNode tree) {
    String canonical = Settings.of(tree, Origin.UNKNOWN).canonicalJson();
    return of(canonical.getBytes(StandardCharsets.UTF_8));
  }

  /** Digest of {@code bytes}. */
  public static String of(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}

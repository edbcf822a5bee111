package dev.coffey.lab.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coffey.kernel.config.Origin;
import dev.coffey.kernel.config.Settings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
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
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  /** Digest of what remains in {@code bytes}, which is read. */
  public static String of(ByteBuffer bytes) {
    MessageDigest digest = sha256();
    digest.update(bytes);
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Digest of a file's content. */
  public static String of(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}

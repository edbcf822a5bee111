package dev.coffey.nn;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Random numbers derived by name: streams of different paths are independent, and none depends on
 * what was drawn before, on the thread or on the engine.
 */
public final class Seeds {
  private Seeds() {}

  /** A new generator for {@code path} under {@code seed}. */
  public static RandomGenerator generator(long seed, String... path) {
    return new SplittableRandom(derive(seed, path));
  }

  /** The first eight bytes of the SHA-256 of {@code seed} and {@code path}. */
  public static long derive(long seed, String... path) {
    MessageDigest digest = sha256();
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, seed));
    for (String part : path) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      // the length keeps ("ab", "c") and ("a", "bc") apart
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
      digest.update(bytes);
    }
    return ByteBuffer.wrap(digest.digest()).getLong();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
